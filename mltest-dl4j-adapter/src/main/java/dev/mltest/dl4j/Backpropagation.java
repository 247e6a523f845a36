package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter.Role;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gradients of the data loss. DL4J sums them over the batch; here they are those of the loss. */
final class Backpropagation {

    private final Subject subject;
    private final Weights weights;
    private boolean compared;

    Backpropagation(Subject subject, Weights weights) {
        this.subject = subject;
        this.weights = weights;
    }

    Gradients gradients(Batch batch, Mode mode) {
        return subject.pass(
                batch,
                mode,
                feed -> mode == Mode.TRAINING
                        ? translated(subject.network().backward(feed), batch)
                        : inInference(feed, batch));
    }

    /** DL4J goes backward in training mode only: so the modes are made the same. */
    private Gradients inInference(Feed feed, Batch batch) {
        Network network = subject.network();
        double expected =
                compared ? Double.NaN : subject.forward(feed, Mode.INFERENCE).loss();
        network.clear();
        Passed passed = AsInInference.during(network, () -> network.backward(feed));
        requireSame(expected, passed.loss());
        compared = true;
        return translated(passed, batch);
    }

    private void requireSame(double expected, double found) {
        boolean comparable = Double.isFinite(expected) && Double.isFinite(found);
        double allowed = 1e-3 * Math.max(1e-3, Math.abs(expected));
        if (comparable && Math.abs(expected - found) > allowed) {
            throw new NotAvailableException(
                    "DL4J computes gradients in training mode only, and '%s' behaves differently in it (loss %s, in inference mode %s) even without dropout"
                            .formatted(subject.name(), found, expected));
        }
    }

    private Gradients translated(Passed passed, Batch batch) {
        double scale = scale(batch.size());
        Map<ParameterPath, Tensor> parameters = new LinkedHashMap<>();
        weights.byPath().forEach((path, weight) -> {
            if (weight.role() == Role.TRAINABLE) {
                INDArray gradient = passed.gradients().get(weight.key());
                parameters.put(path, scaled(gradient, weight.array(), scale));
            }
        });
        return new Gradients(passed.loss(), parameters, inputs(passed, batch, scale));
    }

    private Map<String, Tensor> inputs(Passed passed, Batch batch, double scale) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        if (subject.network().stopsGradients()) {
            return inputs;
        }
        List<String> names = batch.inputs().names();
        for (int i = 0; i < names.size(); i++) {
            INDArray gradient = passed.inputs()[i];
            boolean floating = batch.inputs().get(names.get(i)).elementType().isFloating();
            if (floating && gradient != null) {
                inputs.put(names.get(i), scaled(gradient, gradient, scale));
            }
        }
        return inputs;
    }

    private static Tensor scaled(@Nullable INDArray sum, INDArray like, double scale) {
        Shape shape = Shape.of(like.shape());
        ElementType type = ElementTypes.of(like.dataType());
        if (sum == null) {
            return ArrayTensor.filled(type, shape, 0);
        }
        ArrayTensor values = HeapValues.of(sum).reshaped(shape);
        return scale == 1 ? values : values.map(value -> value * scale);
    }

    private double scale(int examples) {
        List<Boolean> averages = subject.network().outputs().stream()
                .map(layer -> Layers.averages(Layers.output(subject.name(), layer)))
                .distinct()
                .toList();
        if (averages.size() > 1) {
            throw new NotAvailableException(
                    "with miniBatch(false) DL4J sums some losses of '%s' over the batch and averages others, but adds up their gradients alike"
                            .formatted(subject.name()));
        }
        return averages.get(0) ? 1.0 / examples : 1;
    }
}
