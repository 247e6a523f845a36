package dev.mltest.library.gradient;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Listing;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.LostGradientEvidence;
import dev.mltest.evidence.LostGradientEvidence.Numbers;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StepsEvidence;
import dev.mltest.evidence.StepsEvidence.ParameterSteps;
import dev.mltest.experiment.FiniteSweep;
import dev.mltest.experiment.FirstSteps;
import dev.mltest.experiment.LostGradients;

import java.util.List;
import java.util.Set;

/**
 * No gradient is NaN or infinite in any of the first steps on the training data. If one is, a
 * further question goes through the same steps again, for the first of them and the first layer.
 */
public final class GradientsStayFinite implements Check {

    private static final Bound FINITE =
            Bound.none("exact: one NaN or infinity turns its weight into NaN in a step");

    @Override
    public String id() {
        return "gradients-stay-finite";
    }

    @Override
    public String claim() {
        return "should have gradients that are numbers";
    }

    @Override
    public String because() {
        return "a NaN on the way back turns every weight that it meets into NaN";
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
        boolean isFinite = trainable.stream().allMatch(seen -> seen.gradientNonFinite() == 0);
        if (!isFinite && !book.has(new LostGradients())) {
            return Verdict.Undecided.ask("some gradients are not finite", new LostGradients());
        }
        boolean isFound = !isFinite
                && book.answers(new LostGradients())
                && book.of(new LostGradients()).get(0).step() > 0;
        if (!isFound) {
            return counted(evidence, trainable);
        }
        LostGradientEvidence lost = book.of(new LostGradients()).get(0);
        if (!Double.isFinite(lost.loss()) && !book.has(new FiniteSweep())) {
            return Verdict.Undecided.ask("the loss is not finite either", new FiniteSweep());
        }
        return !Double.isFinite(lost.loss()) && isLostForwards(book)
                ? new Outcome.NotApplicable("some outputs are no numbers before any step, see"
                        + " outputs-are-finite-on-the-data")
                : traced(evidence, lost);
    }

    private static boolean isLostForwards(EvidenceBook book) {
        return book.answers(new FiniteSweep())
                && book.of(new FiniteSweep()).get(0).sets().stream().anyMatch(set -> set.bad() > 0);
    }

    private static Outcome counted(StepsEvidence evidence, List<ParameterSteps> trainable) {
        Examination examination = Examination.of("trainable parameters", "receive NaN or infinity")
                .under(evidence.conditions());
        trainable.forEach(seen -> examination.measure(
                seen.parameter().describe(),
                "NaN or infinite elements of dloss/dw",
                seen.gradientNonFinite(),
                FINITE));
        return examination.outcome();
    }

    private static Outcome traced(StepsEvidence evidence, LostGradientEvidence lost) {
        int last = lost.lost().size() - 1;
        Examination examination = Examination.ofOne(
                        "the gradient of step %d is not finite".formatted(lost.step()))
                .under(evidence.conditions())
                .measure(
                        lost.place().isEmpty() ? lost.lost().get(last).text() : lost.place(),
                        "parameters with NaN or infinite gradients",
                        lost.lost().size(),
                        FINITE)
                .clue("the loss of that step is " + number(lost.loss()))
                .clue("walking back from the loss, the first without a finite gradient is %s%s"
                        .formatted(lost.lost().get(last), reached(lost)));
        lost.around().forEach(layer -> examination.clue(describe(layer)));
        return examination.outcome();
    }

    private static String reached(LostGradientEvidence lost) {
        return lost.reached().isEmpty()
                ? "; no parameter has one"
                : "; finite are those of " + Listing.of(lost.reached());
    }

    private static String describe(Numbers layer) {
        return "%s puts out numbers from %s to %s, %d of %d exactly 0"
                .formatted(
                        layer.layer(),
                        number(layer.min()),
                        number(layer.max()),
                        layer.zeros(),
                        layer.elements());
    }

    private static String number(double value) {
        return dev.mltest.model.Numbers.text(value);
    }
}
