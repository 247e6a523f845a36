package dev.mltest.library.gradient;

import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeEvidence.Nudge;
import dev.mltest.evidence.NudgeTraceEvidence.Trace;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.library.step.WalkingBack;
import dev.mltest.model.Numbers;
import dev.mltest.model.ParameterPath;

import java.util.List;
import java.util.Optional;

/**
 * What was measured around parameters that receive no gradient.
 *
 * @param trainable all trainable parameters in forward order
 * @param cut those that receive none
 * @param nudged what nudging them does to the loss
 * @param trace how far nudging the first of them gets; empty if the layers cannot be seen
 */
record CutExplanation(
        List<ParameterSteps> trainable,
        List<ParameterSteps> cut,
        NudgeEvidence nudged,
        Optional<Trace> trace) {

    void addTo(Examination examination) {
        List<Nudge> nudges = cut.stream().map(seen -> nudged.of(seen.path())).toList();
        List<Nudge> used = nudges.stream().filter(nudged::isFelt).toList();
        List<Nudge> unused =
                nudges.stream().filter(nudge -> !nudged.isFelt(nudge)).toList();
        Optional<ZeroCause> cause = trace.map(seen -> ZeroCause.of(seen, nudged.loss()));
        boolean isCut = cause.orElse(ZeroCause.CUT) == ZeroCause.CUT;
        if (!used.isEmpty()) {
            examination.clue(
                    "nudging %s by 1 %% moves the loss by %s: the forward pass uses what it"
                                    .formatted(paths(used), changes(used))
                            + (isCut
                                    ? " computes, but the gradient is cut on the way back"
                                    : " computes"));
        }
        if (!unused.isEmpty()) {
            examination.clue(
                    "nudging %s by 1 %% does not move the loss: what it computes is not used,"
                                    .formatted(paths(unused))
                            + " or rounded away");
        }
        if (!isCut) {
            examination.clue(cause.orElseThrow().describe(trace.orElseThrow()));
        }
        examination.clue("walking back from the loss, the first to miss it is %s%s"
                .formatted(lastCut().path(), neighbours()));
    }

    /** Walking back from the loss, the first of those cut. */
    static ParameterPath first(List<ParameterSteps> trainable, List<ParameterSteps> cut) {
        return WalkingBack.from(trainable).stream()
                .filter(cut::contains)
                .findFirst()
                .orElseThrow()
                .path();
    }

    private static String paths(List<Nudge> nudges) {
        return Listing.of(nudges.stream().map(Nudge::path).toList());
    }

    private static String changes(List<Nudge> nudges) {
        return Listing.of(
                nudges.stream().map(nudge -> Numbers.text(nudge.lossChange())).toList());
    }

    private ParameterSteps lastCut() {
        ParameterPath first = first(trainable, cut);
        return cut.stream()
                .filter(seen -> seen.path().equals(first))
                .findFirst()
                .orElseThrow();
    }

    private String neighbours() {
        int at = trainable.indexOf(lastCut());
        List<ParameterSteps> around =
                trainable.subList(Math.max(0, at - 1), Math.min(trainable.size(), at + 2));
        List<String> reached = around.stream()
                .filter(seen -> !cut.contains(seen))
                .map(seen -> seen.path() + " receives " + Numbers.text(seen.gradientMaxAbs()))
                .toList();
        return reached.isEmpty() ? "" : "; next to it, " + Listing.of(reached);
    }
}
