package dev.mltest.library.step;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.NudgeEvidence;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.Nudges;
import dev.mltest.model.Numbers;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A few optimiser steps change every parameter that is meant to train. Where the user declared what
 * is frozen, every other weight is meant to train, also one that the framework holds frozen. A NaN
 * is not a change, and a change without any gradient (weight decay alone) is not learning.
 */
public final class TrainingChangesEveryParameter implements Check {

    private static final String FINE = "";

    private static final Bound MOVES =
            Bound.above(0, "exact: an element changed if its bits did, NaN never counting");
    private static final Bound LEARNS =
            Bound.above(0, "exact: a parameter that changes without a gradient only decays");

    @Override
    public String id() {
        return "training-changes-every-parameter";
    }

    @Override
    public String claim() {
        return "should change every trainable parameter when it is trained";
    }

    @Override
    public String because() {
        return "a parameter that never changes has learnt nothing, while the loss may still fall";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new FirstSteps());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        StepsEvidence evidence = book.of(new FirstSteps()).get(0);
        List<ParameterSteps> subjects = evidence.parameters().stream()
                .filter(seen -> isMeantToTrain(evidence, seen))
                .toList();
        List<ParameterSteps> still =
                subjects.stream().filter(seen -> seen.changed() == 0).toList();
        Nudges nudges = new Nudges(still.stream().map(ParameterSteps::path).toList());
        if (!still.isEmpty() && !book.has(nudges)) {
            return Verdict.Undecided.ask("some parameters did not change", nudges);
        }
        Examination examination = Examination.of("trainable parameters", "did not learn")
                .under(evidence.conditions());
        Optional<NudgeEvidence> nudged =
                book.answers(nudges) ? Optional.of(book.of(nudges).get(0)) : Optional.empty();
        Map<String, List<ParameterPath>> causes = new LinkedHashMap<>();
        for (ParameterSteps seen : WalkingBack.from(subjects)) {
            String cause = seen.changed() > 0
                    ? examineMoving(examination, seen)
                    : examineStill(examination, seen, nudged, evidence);
            causes.computeIfAbsent(cause, unseen -> new ArrayList<>()).add(seen.path());
        }
        causes.remove(FINE);
        causes.forEach((cause, paths) -> examination.clue(Listing.of(paths) + ": " + cause));
        return examination.outcome();
    }

    private static boolean isMeantToTrain(StepsEvidence evidence, ParameterSteps seen) {
        if (seen.parameter().role() == Parameter.Role.STATE || seen.declaredFrozen()) {
            return false;
        }
        return evidence.declaresFrozen() || seen.parameter().isTrainable();
    }

    /** Measures a parameter that changed; returns what is wrong with it, if anything. */
    private static String examineMoving(Examination examination, ParameterSteps seen) {
        String place = seen.parameter().describe();
        if (seen.gradientMaxAbs() > 0 || seen.gradientNonFinite() > 0) {
            examination.measure(place, "changed elements", seen.changed(), MOVES);
            return FINE;
        }
        examination.measure(place, "max |dloss/dw|", 0, LEARNS);
        return "moved without any gradient, by decay or momentum alone";
    }

    /** Measures a parameter that did not change; returns what is wrong with it, if anything. */
    private static String examineStill(
            Examination examination,
            ParameterSteps seen,
            Optional<NudgeEvidence> nudged,
            StepsEvidence evidence) {
        String place = seen.parameter().describe();
        double update =
                nudged.map(answer -> answer.of(seen.path()).stepFromSmall()).orElse(0.0);
        if (seen.gradientMaxAbs() > 0 && update > 0 && update <= seen.ulp()) {
            examination
                    .measure(place, "update before rounding", update, MOVES)
                    .note("%s progresses by %s a step, below one unit in its last place (%s)"
                            .formatted(
                                    seen.path(), Numbers.text(update), Numbers.text(seen.ulp())));
            return FINE;
        }
        if (nudged.filter(answer -> Redundancy.explains(seen, answer, evidence)).isPresent()) {
            examination.note(Redundancy.note(seen));
            return FINE;
        }
        examination.measure(place, "changed elements", 0, MOVES);
        return why(seen);
    }

    private static String why(ParameterSteps seen) {
        if (!seen.parameter().isTrainable()) {
            return "frozen in the framework, yet not declared frozen";
        }
        if (seen.nonFinite() > 0) {
            return "NaN or infinite after the steps";
        }
        return seen.gradientMaxAbs() > 0
                ? "a gradient arrives (largest element %s), but the optimizer does not move it"
                        .formatted(Numbers.text(seen.gradientMaxAbs()))
                : "no gradient arrived in any step";
    }
}
