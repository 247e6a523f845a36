package dev.mltest.library.loss;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.OutputProfile;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.SoftmaxEvidence;
import dev.mltest.experiment.SoftmaxPlace;
import dev.mltest.model.Numbers;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;

import java.util.List;
import java.util.Set;

/**
 * Scores become probabilities exactly once on their way to the loss: in the loss if the task says
 * logits, in the model if it says probabilities.
 */
public final class SoftmaxIsAppliedOnce implements Check {

    private static final Bound ONCE =
            Bound.between(1, 1, "definition of cross entropy over probabilities");

    @Override
    public String id() {
        return "softmax-is-applied-once";
    }

    @Override
    public String claim() {
        return "should turn scores into probabilities exactly once";
    }

    @Override
    public String because() {
        return "a second softmax squashes the gradient and leaves a loss that cannot reach zero;"
                + " without one the loss means nothing";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new SoftmaxPlace());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        SoftmaxEvidence evidence = book.of(new SoftmaxPlace()).get(0);
        Task task = book.subject().task();
        if (task instanceof Task.Classification k && Normalisation.isLogDistribution(evidence)) {
            return judge(evidence, k.form(), true, false);
        }
        if (task instanceof Task.Classification k) {
            return judge(
                    evidence,
                    k.form(),
                    Normalisation.isDistribution(evidence),
                    Normalisation.normalisesInLoss(evidence, k));
        }
        if (task instanceof Task.MultiLabel labels) {
            return judge(
                    evidence,
                    labels.form(),
                    Normalisation.isUnitInterval(evidence),
                    Normalisation.squashesInLoss(evidence, labels.form()));
        }
        return new Outcome.NotApplicable("the task is " + task.describe() + ", not classification");
    }

    private static Outcome judge(
            SoftmaxEvidence evidence,
            OutputForm form,
            boolean modelNormalises,
            boolean lossNormalises) {
        boolean again = modelNormalises && !evidence.softmaxedAgain().isEmpty();
        int times = (modelNormalises ? 1 : 0) + (again ? 1 : 0) + (lossNormalises ? 1 : 0);
        Examination examination = Examination.ofOne(wrong(times))
                .under("outputs declared as " + form)
                .measure(locus(evidence, modelNormalises), "times normalised", times, ONCE)
                .clue(rows(evidence.outputs()))
                .clue("with the last layer scaled a hundredfold the outputs reach from %s to %s"
                        .formatted(
                                Numbers.text(evidence.scaledOutputs().min()),
                                Numbers.text(evidence.scaledOutputs().max())));
        if (again) {
            examination.clue("rows of %s sum to 1 already, and the outputs are their softmax"
                    .formatted(evidence.softmaxedAgain().get(0)));
        }
        if (!Double.isNaN(evidence.shiftedLoss())) {
            examination.clue("adding 1 to every output changes the loss from %s to %s"
                    .formatted(
                            Numbers.text(evidence.loss()), Numbers.text(evidence.shiftedLoss())));
        }
        return examination.outcome();
    }

    private static String wrong(int times) {
        return times > 1
                ? "scores are normalised %s on their way to the loss"
                        .formatted(times == 2 ? "twice" : times + " times")
                : "scores reach the loss without being normalised";
    }

    /** The last layer to normalise; of nested ones the innermost. */
    private static String locus(SoftmaxEvidence evidence, boolean modelNormalises) {
        List<String> layers = evidence.normalisingLayers();
        if (!modelNormalises || layers.isEmpty()) {
            return "output";
        }
        String innermost = layers.get(layers.size() - 1);
        for (int i = layers.size() - 2; i >= 0; i--) {
            innermost = layers.get(i).startsWith(innermost + "/") ? layers.get(i) : innermost;
        }
        return innermost;
    }

    private static String rows(OutputProfile outputs) {
        return "output rows sum to %s..%s with elements from %s to %s"
                .formatted(
                        Numbers.text(outputs.lowestRowSum()),
                        Numbers.text(outputs.highestRowSum()),
                        Numbers.text(outputs.min()),
                        Numbers.text(outputs.max()));
    }
}
