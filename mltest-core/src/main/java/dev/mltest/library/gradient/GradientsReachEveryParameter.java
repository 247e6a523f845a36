package dev.mltest.library.gradient;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeEvidence.Nudge;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.Nudges;
import dev.mltest.library.step.Redundancy;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every trainable parameter receives a gradient that is not exactly zero in at least one of several
 * steps over different batches.
 */
public final class GradientsReachEveryParameter implements Check {

    private static final Bound REACHED =
            Bound.above(0, "exact: a gradient that is zero in every step teaches nothing");

    @Override
    public String id() {
        return "gradients-reach-every-parameter";
    }

    @Override
    public String claim() {
        return "should send a gradient to every trainable parameter";
    }

    @Override
    public String because() {
        return "a parameter that never receives a gradient never learns";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new FirstSteps());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        StepsEvidence evidence = book.of(new FirstSteps()).get(0);
        List<ParameterSteps> trainable = evidence.parameters().stream()
                .filter(seen -> seen.parameter().isTrainable())
                .toList();
        List<ParameterSteps> silent = trainable.stream()
                .filter(GradientsReachEveryParameter::isSilent)
                .toList();
        Nudges nudges = new Nudges(silent.stream().map(ParameterSteps::path).toList());
        if (!silent.isEmpty() && !book.has(nudges)) {
            return Verdict.Undecided.ask("some parameters received no gradient", nudges);
        }
        Optional<NudgeEvidence> nudged =
                book.answers(nudges) ? Optional.of(book.of(nudges).get(0)) : Optional.empty();
        Examination examination = Examination.of("trainable parameters", "received none")
                .under(evidence.conditions());
        for (ParameterSteps seen : trainable) {
            if (isSilent(seen) && isRedundant(seen, nudged, evidence)) {
                examination.note(seen.path()
                        + " is redundant: what follows cancels it, as a norm does a bias");
            } else {
                examination.measure(
                        seen.parameter().describe(),
                        "max |dloss/dw|",
                        seen.gradientMaxAbs(),
                        REACHED);
            }
        }
        nudged.ifPresent(answer -> explain(examination, silent, answer));
        surroundings(examination, trainable);
        return examination.outcome();
    }

    private static boolean isSilent(ParameterSteps seen) {
        return seen.gradientMaxAbs() == 0 && seen.gradientNonFinite() == 0;
    }

    private static boolean isRedundant(
            ParameterSteps seen, Optional<NudgeEvidence> nudged, StepsEvidence evidence) {
        return nudged.filter(answer -> Redundancy.explains(seen, answer.of(seen.path()), evidence))
                .isPresent();
    }

    private static void explain(
            Examination examination, List<ParameterSteps> silent, NudgeEvidence nudged) {
        List<Nudge> nudges = silent.stream().map(seen -> nudged.of(seen.path())).toList();
        List<Nudge> used = nudges.stream().filter(nudged::isFelt).toList();
        List<Nudge> unused =
                nudges.stream().filter(nudge -> !nudged.isFelt(nudge)).toList();
        if (!used.isEmpty()) {
            examination.clue(
                    "nudging %s by 1 %% moves the loss (by %s): the forward pass uses it, but the"
                                    .formatted(paths(used), changes(used))
                            + " gradient is cut on the way back");
        }
        if (!unused.isEmpty()) {
            examination.clue(
                    "nudging %s by 1 %% does not move the loss: what it computes is not used, or"
                                    .formatted(paths(unused))
                            + " rounded away");
        }
    }

    private static String paths(List<Nudge> nudges) {
        return Listing.of(nudges.stream().map(Nudge::path).toList());
    }

    private static String changes(List<Nudge> nudges) {
        return Listing.of(
                nudges.stream().map(nudge -> Numbers.text(nudge.lossChange())).toList());
    }

    private static void surroundings(Examination examination, List<ParameterSteps> trainable) {
        for (int i = trainable.size() - 1; i >= 0; i--) {
            if (isSilent(trainable.get(i))) {
                String after = i + 1 < trainable.size() ? reached(trainable.get(i + 1)) : "";
                String before = i > 0 ? reached(trainable.get(i - 1)) : "";
                examination.clue("walking back from the loss, the first to miss it is %s%s%s"
                        .formatted(trainable.get(i).path(), after, before));
                return;
            }
        }
    }

    private static String reached(ParameterSteps seen) {
        return isSilent(seen)
                ? ""
                : "; its neighbour %s receives %s"
                        .formatted(seen.path(), Numbers.text(seen.gradientMaxAbs()));
    }
}
