package dev.mltest.library.numerics;

import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.PrecisionEvidence;
import dev.mltest.evidence.PrecisionEvidence.GradientError;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.PrecisionShadow;
import dev.mltest.model.Numbers;

import java.util.Set;

/**
 * Layers, loss and gradients agree with those of a twin in double precision, up to half the digits
 * of the model's own type or 64 times what perturbing parameters and inputs by one unit in the last
 * place does, whichever is more. Where that is more than a tenth, nothing can be said. The first
 * layer that does not agree is named; what lies behind it only inherits its error.
 */
public final class AgreesWithDoublePrecision implements Check {

    private static final double MOST = 0.1;

    @Override
    public String id() {
        return "agrees-with-double-precision";
    }

    @Override
    public String claim() {
        return "should compute loss and gradients as a twin in double precision does";
    }

    @Override
    public String because() {
        return "cancellation and overflow corrupt gradients long before anything looks wrong";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new PrecisionShadow());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        PrecisionEvidence evidence = book.of(new PrecisionShadow()).get(0);
        if (!Double.isFinite(evidence.loss().exact())) {
            return new Outcome.NotApplicable("the loss in double precision is %s; in %s it is %s"
                    .formatted(
                            evidence.loss().exact(),
                            evidence.elementType(),
                            Numbers.text(evidence.loss().own())));
        }
        if (!(LostDigits.FACTOR * evidence.lossAmplification() <= MOST)) {
            return new Outcome.NotApplicable(tooSensitive("loss", evidence.lossAmplification()));
        }
        Examination figures = examination(evidence);
        examineLoss(figures, evidence);
        evidence.gradients().forEach(each -> examineGradient(figures, evidence, each));
        Examination layers = examination(evidence);
        boolean isPlaced = LostDigits.examine(layers, evidence, figures.findsViolation());
        if (!isPlaced) {
            LostDigits.examine(figures, evidence, false);
            LostDigits.noteGrowth(figures, evidence);
        }
        Examination told = isPlaced ? layers : figures;
        told.clue("the loss is %s, in double precision %s"
                .formatted(
                        Numbers.text(evidence.loss().own()),
                        Numbers.text(evidence.loss().exact())));
        return SameModel.judged(book, told);
    }

    private static Examination examination(PrecisionEvidence evidence) {
        return Examination.of("figures", "lost their digits")
                .under("%s beside FLOAT64".formatted(evidence.elementType()));
    }

    private static void examineLoss(Examination examination, PrecisionEvidence evidence) {
        double exact = evidence.loss().exact();
        double error = Math.abs(evidence.loss().own() - exact) / Math.max(Math.abs(exact), 1e-3);
        examination.measure(
                "loss",
                "relative error",
                error,
                LostDigits.bound(evidence.epsilon(), evidence.lossAmplification()));
    }

    private static void examineGradient(
            Examination examination, PrecisionEvidence evidence, GradientError gradient) {
        if (!(LostDigits.FACTOR * gradient.amplification() <= MOST)) {
            examination.note(tooSensitive(gradient.path().text(), gradient.amplification()));
            return;
        }
        examination.measure(
                gradient.path().text(),
                "relative error of dloss/dw",
                gradient.error(),
                LostDigits.bound(evidence.epsilon(), gradient.amplification()));
    }

    private static String tooSensitive(String what, double amplification) {
        return "one unit in the last place changes %s by %s of its size: too sensitive, or too noisy, to judge"
                .formatted(what, Numbers.text(amplification));
    }
}
