package dev.mltest.library.gradient;

import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeEvidence.Nudge;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.library.step.WalkingBack;
import dev.mltest.model.Numbers;

import java.util.List;

/**
 * What was measured around parameters that receive no gradient.
 *
 * @param trainable all trainable parameters in forward order
 * @param cut those that receive none
 * @param nudged what nudging them does to the loss
 */
record CutExplanation(
        List<ParameterSteps> trainable, List<ParameterSteps> cut, NudgeEvidence nudged) {

    void addTo(Examination examination) {
        List<Nudge> nudges = cut.stream().map(seen -> nudged.of(seen.path())).toList();
        List<Nudge> used = nudges.stream().filter(nudged::isFelt).toList();
        List<Nudge> unused =
                nudges.stream().filter(nudge -> !nudged.isFelt(nudge)).toList();
        if (!used.isEmpty()) {
            examination.clue(
                    "nudging %s by 1 %% moves the loss by %s: the forward pass uses what it"
                                    .formatted(paths(used), changes(used))
                            + " computes, but the gradient is cut on the way back");
        }
        if (!unused.isEmpty()) {
            examination.clue(
                    "nudging %s by 1 %% does not move the loss: what it computes is not used,"
                                    .formatted(paths(unused))
                            + " or rounded away");
        }
        examination.clue("walking back from the loss, the first to miss it is %s%s"
                .formatted(lastCut().path(), neighbours()));
    }

    private static String paths(List<Nudge> nudges) {
        return Listing.of(nudges.stream().map(Nudge::path).toList());
    }

    private static String changes(List<Nudge> nudges) {
        return Listing.of(
                nudges.stream().map(nudge -> Numbers.text(nudge.lossChange())).toList());
    }

    private ParameterSteps lastCut() {
        return WalkingBack.from(trainable).stream()
                .filter(cut::contains)
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
