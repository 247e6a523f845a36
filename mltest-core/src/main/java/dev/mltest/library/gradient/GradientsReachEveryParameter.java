package dev.mltest.library.gradient;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.NudgeTraceEvidence.Trace;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.NudgeTraces;
import dev.mltest.experiment.Nudges;
import dev.mltest.library.step.Redundancy;
import dev.mltest.library.step.WalkingBack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
        if (!trainable.isEmpty()
                && trainable.stream().allMatch(seen -> seen.gradientNonFinite() > 0)) {
            return new Outcome.NotApplicable("no gradient is a number, see gradients-stay-finite");
        }
        List<ParameterSteps> silent = trainable.stream()
                .filter(GradientsReachEveryParameter::isSilent)
                .toList();
        Nudges nudges = new Nudges(silent.stream().map(ParameterSteps::path).toList());
        if (!silent.isEmpty() && !book.has(nudges)) {
            return Verdict.Undecided.ask("some parameters received no gradient", nudges);
        }
        Predicate<ParameterSteps> redundant = book.answers(nudges)
                ? seen -> Redundancy.explains(seen, book.of(nudges).get(0), evidence)
                : seen -> false;
        Examination examination = Examination.of("trainable parameters", "received none")
                .under(evidence.conditions());
        WalkingBack.from(trainable).forEach(seen -> examine(examination, seen, redundant));
        List<ParameterSteps> cut = silent.stream().filter(redundant.negate()).toList();
        if (!cut.isEmpty() && book.answers(nudges)) {
            NudgeTraces traces = new NudgeTraces(List.of(
                    CutExplanation.first(trainable, telling(cut, book.of(nudges).get(0)))));
            if (!book.has(traces)) {
                return Verdict.Undecided.ask("the cause of a missing gradient is open", traces);
            }
            Optional<Trace> trace = book.answers(traces)
                    ? Optional.of(book.of(traces).get(0).traces().get(0))
                    : Optional.empty();
            new CutExplanation(trainable, cut, book.of(nudges).get(0), trace).addTo(examination);
        }
        return examination.outcome();
    }

    private static void examine(
            Examination examination, ParameterSteps seen, Predicate<ParameterSteps> redundant) {
        String place = seen.parameter().describe();
        if (seen.gradientNonFinite() > 0) {
            examination.note(place + " receives NaN or infinity, see gradients-stay-finite");
        } else if (isSilent(seen) && redundant.test(seen)) {
            examination.note(Redundancy.note(seen));
        } else {
            examination.measure(place, "max |dloss/dw|", seen.gradientMaxAbs(), REACHED);
        }
    }

    /** Those that the loss depends on, if any: their cause is the one to know. */
    private static List<ParameterSteps> telling(List<ParameterSteps> cut, NudgeEvidence nudged) {
        List<ParameterSteps> felt = cut.stream()
                .filter(seen -> nudged.isFelt(nudged.of(seen.path())))
                .toList();
        return felt.isEmpty() ? cut : felt;
    }

    private static boolean isSilent(ParameterSteps seen) {
        return seen.gradientMaxAbs() == 0 && seen.gradientNonFinite() == 0;
    }
}
