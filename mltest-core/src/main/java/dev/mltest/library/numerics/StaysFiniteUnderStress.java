package dev.mltest.library.numerics;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.StressEvidence;
import dev.mltest.evidence.StressEvidence.Trial;
import dev.mltest.experiment.Stress;
import dev.mltest.model.Numbers;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;

import java.util.List;
import java.util.Set;

/**
 * Loss and gradients stay finite when inputs are zero, small or large and when outputs are extreme;
 * and an extreme loss agrees with its value in double precision. A loss whose exact value is
 * infinite, or too large for the model's type, is the function's own, not the computation's.
 */
public final class StaysFiniteUnderStress implements Check {

    private static final List<String> ENLARGED = List.of("inputs times 1", "outputs driven");
    private static final String MASKED = "one example all masked";
    private static final String REPEATED = "every example the same";
    private static final Bound FINITE =
            Bound.none("exact: one NaN or infinity spreads to every parameter in a step");

    @Override
    public String id() {
        return "stays-finite-under-stress";
    }

    @Override
    public String claim() {
        return "should keep loss and gradients finite under extreme inputs and outputs";
    }

    @Override
    public String because() {
        return "sooner or later training meets an extreme example, and one NaN ends it";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new Stress());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        StressEvidence evidence = book.of(new Stress()).get(0);
        Examination examination =
                Examination.ofOne("loss or gradients are not finite, or not accurate");
        for (Trial trial : evidence.trials()) {
            if (isBeyond(trial, evidence)) {
                examination.note(trial.stress() + beyond(trial.exactLoss()));
                continue;
            }
            if (trial.stress().equals(MASKED)) {
                noteMasked(examination, trial);
                continue;
            }
            if (isUncalledFor(book.subject().task(), trial)) {
                examination.note(trial.stress()
                        + ": outputs and loss leave the numbers where no target calls for them");
                continue;
            }
            examineFinite(examination, trial);
            if (isComparable(book.subject().task(), trial)) {
                examineAccuracy(examination, trial, evidence.epsilon());
            }
        }
        Margins.report(examination, evidence, trial -> !isEnlarged(trial));
        boolean allBeyond = !evidence.trials().isEmpty()
                && evidence.trials().stream().allMatch(trial -> isBeyond(trial, evidence));
        return allBeyond
                ? new Outcome.NotApplicable("the exact loss is too large for the model's type")
                : SameModel.judged(book, examination);
    }

    /** Whether such examples can come up is the data's affair, which is looked at elsewhere. */
    private static void noteMasked(Examination examination, Trial trial) {
        if (!Double.isFinite(trial.loss()) || !trial.nonFiniteGradients().isEmpty()) {
            examination.note("%s: no number is left, first in %s"
                    .formatted(
                            trial.stress(), trial.place().isEmpty() ? "the loss" : trial.place()));
        }
    }

    private static boolean isBeyond(Trial trial, StressEvidence evidence) {
        return trial.hasTwin() && Math.abs(trial.exactLoss()) > evidence.largest();
    }

    private static String beyond(double exactLoss) {
        return Double.isInfinite(exactLoss)
                ? ": the loss is infinite in double precision, too"
                : ": the exact loss is %s, too large for the model's type"
                        .formatted(Numbers.text(exactLoss));
    }

    private static void examineFinite(Examination examination, Trial trial) {
        examination.measure(
                place(trial, "loss"),
                "loss",
                trial.loss(),
                Bound.finite("exact: one NaN or infinity spreads to every parameter in a step"));
        examination.measure(
                place(trial, lastGradient(trial)),
                "parameters with non-finite gradients",
                trial.nonFiniteGradients().size(),
                FINITE);
        if (!Double.isFinite(trial.loss())) {
            examination.clue(
                    "%s: outputs reach from %s to %s, the loss is %s and in double precision %s"
                            .formatted(
                                    trial.stress(),
                                    Numbers.text(trial.outputs().min()),
                                    Numbers.text(trial.outputs().max()),
                                    trial.loss(),
                                    Numbers.text(trial.exactLoss())));
        }
    }

    /** Where the forward pass loses its numbers; otherwise what was looked at. */
    private static String place(Trial trial, String otherwise) {
        String place = trial.place().isEmpty() ? otherwise : trial.place();
        return place + " (" + trial.stress() + ")";
    }

    private static String lastGradient(Trial trial) {
        List<ParameterPath> lost = trial.nonFiniteGradients();
        return lost.isEmpty() ? "gradients" : lost.get(lost.size() - 1).text();
    }

    /** Quantities have a range of their own; beyond it only inner layers have to hold. */
    private static boolean isUncalledFor(Task task, Trial trial) {
        boolean estimates = task instanceof Task.Regression || task instanceof Task.Reconstruction;
        return estimates
                && isEnlarged(trial)
                && trial.place().isEmpty()
                && !Double.isFinite(trial.loss());
    }

    private static boolean isEnlarged(Trial trial) {
        return ENLARGED.stream().anyMatch(trial.stress()::startsWith);
    }

    private static boolean isComparable(Task task, Trial trial) {
        boolean logits = task instanceof Task.Classification k && k.form() == OutputForm.LOGITS
                || task instanceof Task.MultiLabel labels && labels.form() == OutputForm.LOGITS;
        boolean isNoisy = trial.stress().equals(REPEATED);
        boolean areNumbers = Double.isFinite(trial.loss()) && Double.isFinite(trial.exactLoss());
        return logits && !isNoisy && trial.hasTwin() && areNumbers;
    }

    private static void examineAccuracy(Examination examination, Trial trial, double epsilon) {
        double size = Math.max(1, Math.abs(trial.exactLoss()));
        double error = Math.abs(trial.loss() - trial.exactLoss()) / size;
        double outputs = Math.max(
                Math.abs(trial.outputs().min()), Math.abs(trial.outputs().max()));
        examination.measure(
                "loss (" + trial.stress() + ")",
                "relative error of the loss",
                error,
                Bound.atMost(
                        Math.max(
                                Math.sqrt(epsilon),
                                Double.isNaN(outputs)
                                        ? 0
                                        : LostDigits.FACTOR * epsilon * outputs / size),
                        "half the digits of the model's type, or 64 units in the last place of the"
                                + " outputs"));
    }
}
