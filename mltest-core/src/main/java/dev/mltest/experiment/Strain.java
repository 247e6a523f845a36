package dev.mltest.experiment;

import dev.mltest.evidence.StressEvidence.Span;
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
import dev.mltest.model.Snapshot;

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
    private static final double SMALLEST_HALF = 0x1p-14;

    Trial trial(StressBatch stress) {
        return model.scoped(() -> {
            Batch batch = stress.batch();
            Mode mode = stress.mode();
            Evaluation evaluation = model.evaluate(batch, mode);
            Optional<Double> exact =
                    twin.map(shadow -> shadow.evaluate(batch, mode).loss());
            List<Activation> layers = model.activations(batch, mode);
            Gradients gradients = model.gradients(batch, mode);
            List<ParameterPath> lost = lostGradients(stress, gradients);
            return new Trial(
                    stress.stress(),
                    evaluation.loss(),
                    exact.orElse(Double.NaN),
                    exact.isPresent(),
                    OutputProfiles.of(evaluation.outputs().first()),
                    place(layers, evaluation.loss(), lost),
                    lost,
                    span(layers),
                    span(gradients));
        });
    }

    /** Nothing if the model does not take such a batch. */
    Optional<Trial> tolerant(StressBatch stress) {
        try {
            return Optional.of(trial(stress));
        } catch (RuntimeException refusal) {
            return Optional.empty();
        }
    }

    /** Puts both back to where they were, since statistics move in training mode. */
    Trial undone(StressBatch stress) {
        try (Snapshot before = model.snapshot()) {
            Trial trial = twin.isPresent() ? undone(stress, twin.get()) : trial(stress);
            model.restore(before);
            return trial;
        }
    }

    private Trial undone(StressBatch stress, Differentiable exact) {
        try (Snapshot before = exact.snapshot()) {
            Trial trial = trial(stress);
            exact.restore(before);
            return trial;
        }
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

    /** The smallest number with all digits; below it they are lost one by one. */
    static double smallest(ElementType type) {
        return switch (type) {
            case FLOAT64 -> Double.MIN_NORMAL;
            case FLOAT16 -> SMALLEST_HALF;
            default -> Float.MIN_NORMAL;
        };
    }

    private static Span span(List<Activation> layers) {
        Span span = Span.EMPTY;
        for (Activation layer : layers) {
            span = span.with(layer.layer(), layer.value().summary().maxAbs());
        }
        return span;
    }

    private Span span(Gradients gradients) {
        Span span = Span.EMPTY;
        for (ParameterPath path : trainable()) {
            span = span.with(path.text(), gradients.of(path).summary().maxAbs());
        }
        return span;
    }

    private List<ParameterPath> trainable() {
        return model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::path)
                .toList();
    }

    private String place(List<Activation> layers, double loss, List<ParameterPath> lost) {
        if (Double.isFinite(loss) && lost.isEmpty()) {
            return "";
        }
        Optional<String> unfit = Unfit.firstLayer(layers);
        boolean isOutput =
                unfit.isPresent() && layers.get(layers.size() - 1).layer().equals(unfit.get());
        if (isOutput && !Double.isFinite(loss)) {
            return "";
        }
        return unfit.orElseGet(
                () -> Double.isFinite(loss) ? LostGradient.place(model, layers, lost) : "");
    }

    private List<ParameterPath> lostGradients(StressBatch stress, Gradients gradients) {
        List<ParameterPath> lost = trainable().stream()
                .filter(path -> gradients.of(path).summary().nonFinite() > 0)
                .toList();
        return lost.isEmpty() || twin.isEmpty()
                ? lost
                : withoutTooLarge(lost, twin.get().gradients(stress.batch(), stress.mode()));
    }

    /** A value that the type cannot hold is rightly infinite. */
    private List<ParameterPath> withoutTooLarge(List<ParameterPath> lost, Gradients exact) {
        double largest = largest(coarsest(model));
        return lost.stream()
                .filter(path -> !(exact.of(path).summary().maxAbs() > largest))
                .toList();
    }
}
