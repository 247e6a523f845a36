package dev.mltest.experiment;

import dev.mltest.evidence.StressEvidence.Trial;
import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts a model and its twin in double precision on one batch and sees what is lost.
 *
 * @param model the model
 * @param twin its twin, if it can be had
 */
record Strain(Differentiable model, Optional<Differentiable> twin) {

    private static final double LARGEST_HALF = 65504;

    Trial trial(String stress, Batch batch) {
        return model.scoped(() -> {
            Evaluation evaluation = model.evaluate(batch, Mode.INFERENCE);
            Optional<Double> exact =
                    twin.map(shadow -> shadow.evaluate(batch, Mode.INFERENCE).loss());
            List<ParameterPath> lost = lostGradients(batch);
            return new Trial(
                    stress,
                    evaluation.loss(),
                    exact.orElse(Double.NaN),
                    exact.isPresent(),
                    OutputProfiles.of(evaluation.outputs().first()),
                    place(batch, evaluation.loss(), lost),
                    lost);
        });
    }

    /** The number format with the fewest digits among the trainable parameters. */
    static ElementType coarsest(Differentiable model) {
        return model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::elementType)
                .max(Comparator.comparingDouble(ElementType::epsilon))
                .orElseThrow(
                        () -> new NotAvailableException("the model has no trainable parameter"));
    }

    static double largest(ElementType type) {
        return switch (type) {
            case FLOAT64 -> Double.MAX_VALUE;
            case FLOAT16 -> LARGEST_HALF;
            default -> Float.MAX_VALUE;
        };
    }

    private String place(Batch batch, double loss, List<ParameterPath> lost) {
        if (Double.isFinite(loss) && lost.isEmpty()) {
            return "";
        }
        List<Activation> layers = model.activations(batch, Mode.INFERENCE);
        Optional<String> unfit = Unfit.firstLayer(layers);
        boolean isOutput =
                unfit.isPresent() && layers.get(layers.size() - 1).layer().equals(unfit.get());
        if (isOutput && !Double.isFinite(loss)) {
            return "";
        }
        return unfit.orElseGet(
                () -> Double.isFinite(loss) ? LostGradient.place(model, layers, lost) : "");
    }

    private List<ParameterPath> lostGradients(Batch batch) {
        Gradients gradients = model.gradients(batch, Mode.INFERENCE);
        List<ParameterPath> lost = model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::path)
                .filter(path -> gradients.of(path).summary().nonFinite() > 0)
                .toList();
        return lost.isEmpty() || twin.isEmpty()
                ? lost
                : withoutTooLarge(lost, twin.get().gradients(batch, Mode.INFERENCE));
    }

    /** A value that the type cannot hold is rightly infinite. */
    private List<ParameterPath> withoutTooLarge(List<ParameterPath> lost, Gradients exact) {
        double largest = largest(coarsest(model));
        return lost.stream()
                .filter(path -> !(exact.of(path).summary().maxAbs() > largest))
                .toList();
    }
}
