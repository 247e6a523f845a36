package dev.mltest.library.gradient;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.Nudges;
import dev.mltest.library.step.Redundancy;
import dev.mltest.library.step.WalkingBack;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every trainable parameter receives a gradient that is not exactly zero in at least one of several
 * steps over different batches.
 */
public final class GradientsReachEveryParameter implements Check {

    private static final Bound REACHED =
            Bound.above(0, "exact: a gradient that is zero in every step teaches nothing");

    private static final Bound FINITE = Bound.none("exact: a NaN teaches nothing and spreads");

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
        Predicate<ParameterSteps> redundant = book.answers(nudges)
                ? seen -> Redundancy.explains(seen, book.of(nudges).get(0), evidence)
                : seen -> false;
        Examination examination = Examination.of("trainable parameters", failing(trainable))
                .under(evidence.conditions());
        WalkingBack.from(trainable).forEach(seen -> examine(examination, seen, redundant));
        List<ParameterSteps> cut = silent.stream().filter(redundant.negate()).toList();
        if (!cut.isEmpty() && book.answers(nudges)) {
            new CutExplanation(trainable, cut, book.of(nudges).get(0)).addTo(examination);
        }
        return examination.outcome();
    }

    private static void examine(
            Examination examination, ParameterSteps seen, Predicate<ParameterSteps> redundant) {
        String place = seen.parameter().describe();
        if (seen.gradientNonFinite() > 0) {
            examination.measure(
                    place,
                    "NaN or infinite elements of dloss/dw",
                    seen.gradientNonFinite(),
                    FINITE);
        } else if (isSilent(seen) && redundant.test(seen)) {
            examination.note(Redundancy.note(seen));
        } else {
            examination.measure(place, "max |dloss/dw|", seen.gradientMaxAbs(), REACHED);
        }
    }

    private static String failing(List<ParameterSteps> trainable) {
        return trainable.stream().anyMatch(seen -> seen.gradientNonFinite() > 0)
                ? "received no usable gradient"
                : "received none";
    }

    private static boolean isSilent(ParameterSteps seen) {
        return seen.gradientMaxAbs() == 0 && seen.gradientNonFinite() == 0;
    }
}
