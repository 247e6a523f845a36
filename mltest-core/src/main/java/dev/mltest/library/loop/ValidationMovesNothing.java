package dev.mltest.library.loop;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LoopValidationEvidence;
import dev.mltest.evidence.LoopValidationEvidence.ValidatedParameter;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.LoopValidation;
import dev.mltest.model.Numbers;
import dev.mltest.model.Parameter;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Validation leaves every weight and every running statistic as it was, and the training step after
 * it does what it would have done without.
 */
public final class ValidationMovesNothing implements Check {

    private static final Bound NOTHING =
            Bound.none("exact: whoever only looks changes no bit of what he looks at");

    @Override
    public String id() {
        return "validation-moves-nothing";
    }

    @Override
    public String claim() {
        return "should be left as it is by its own validation";
    }

    @Override
    public String because() {
        return "a validation that trains, or runs in training mode, leaks the validation data";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new LoopValidation());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        LoopValidationEvidence evidence = book.of(new LoopValidation()).get(0);
        List<ValidatedParameter> weights = of(evidence, seen -> !isStatistic(seen));
        List<ValidatedParameter> statistics = of(evidence, ValidationMovesNothing::isStatistic);
        Examination examination = Examination.ofOne("validation changes what it looks at");
        if (!weights.isEmpty()) {
            measure(examination, "changed elements of weights", weights);
        }
        if (!statistics.isEmpty()) {
            measure(examination, "changed elements of statistics", statistics);
        }
        if (evidence.continued()) {
            long later = evidence.parameters().stream()
                    .mapToLong(ValidatedParameter::afterStep)
                    .sum();
            examination.measure(
                    "loop validation", "changed elements after the next step", later, NOTHING);
        } else {
            examination.note("the step after validation was not compared: " + evidence.whyNot());
        }
        return examination.outcome();
    }

    private static void measure(
            Examination examination, String quantity, List<ValidatedParameter> parameters) {
        long moved = parameters.stream().mapToLong(ValidatedParameter::moved).sum();
        examination.measure("loop validation", quantity, moved, NOTHING);
        List<ValidatedParameter> movers =
                parameters.stream().filter(seen -> seen.moved() > 0).toList();
        if (!movers.isEmpty()) {
            double largest = movers.stream()
                    .mapToDouble(ValidatedParameter::largestMove)
                    .max()
                    .orElse(0);
            examination.clue("%s: moved by up to %s"
                    .formatted(
                            Listing.of(movers.stream()
                                    .map(seen -> seen.parameter().path())
                                    .toList()),
                            Numbers.text(largest)));
        }
    }

    private static List<ValidatedParameter> of(
            LoopValidationEvidence evidence, Predicate<ValidatedParameter> kind) {
        return evidence.parameters().stream().filter(kind).toList();
    }

    private static boolean isStatistic(ValidatedParameter seen) {
        return seen.parameter().role() == Parameter.Role.STATE;
    }
}
