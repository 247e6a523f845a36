package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter.Role;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gradients of the sum of the losses, by the graph's gradient function. */
final class Differentiation {

    private static final String FUNCTION = "grad";

    private final SameDiffSubject subject;
    private final Weights weights;
    private final SameDiff graph;
    private final List<String> inputs;
    private boolean prepared;

    Differentiation(SameDiffSubject subject, Weights weights) {
        this.subject = subject;
        this.weights = weights;
        graph = subject.graph();
        inputs = subject.roles().inputs().stream()
                .filter(input -> graph.getVariable(input).dataType().isFPType())
                .toList();
    }

    /**
     * Makes the gradient function, with gradients of the inputs. One that is there already may lack
     * them.
     *
     * @throws NotAvailableException if the graph cannot be differentiated
     */
    void prepare() {
        if (prepared && graph.hasGradientFunction()) {
            return;
        }
        forget();
        try {
            graph.createGradFunction(inputs.toArray(String[]::new));
        } catch (RuntimeException e) {
            forget();
            throw new NotAvailableException(
                    "ND4J cannot differentiate '%s': %s".formatted(subject.name(), e));
        }
        prepared = true;
    }

    /** A function that came out half, SameDiff would train with. */
    private void forget() {
        graph.setLossVariables(subject.roles().losses().toArray(String[]::new));
    }

    Gradients gradients(Feed feed, Batch batch, Mode mode) {
        prepare();
        try {
            return read(feed, batch, mode);
        } finally {
            // Each call would leave some small arrays in the function's session.
            GraphMemory.closeSessions(graph.getFunction(FUNCTION));
        }
    }

    private Gradients read(Feed feed, Batch batch, Mode mode) {
        Map<String, INDArray> placeholders = subject.placeholders(feed, mode);
        OutAndGrad passed = backward(feed, mode, placeholders);
        Map<ParameterPath, Tensor> parameters = new LinkedHashMap<>();
        weights.byPath().forEach((path, weight) -> {
            if (weight.role() == Role.TRAINABLE) {
                INDArray found = passed.getGradients().get(weight.key());
                parameters.put(path, gradient(found, weight.array()));
            }
        });
        double loss = new Values(subject.name(), passed.getOutputs())
                .sum(subject.roles().losses());
        return new Gradients(loss, parameters, ofInputs(passed, placeholders, batch));
    }

    /** Where the graph itself fails on the batch, that is what is reported. */
    private OutAndGrad backward(Feed feed, Mode mode, Map<String, INDArray> placeholders) {
        try {
            return subject.unheard(() -> backward(placeholders));
        } catch (RuntimeException e) {
            subject.compute(feed, mode, subject.roles().losses());
            throw new NotAvailableException(
                    "ND4J computes the loss of '%s', but fails in its gradients: %s"
                            .formatted(subject.name(), e));
        }
    }

    /** SameDiff turns its cache of arrays off for this; training finds it as before. */
    private OutAndGrad backward(Map<String, INDArray> placeholders) {
        SameDiff function = graph.getFunction(FUNCTION);
        boolean caches = function.isEnableCache();
        try {
            return graph.calculateGradientsAndOutputs(
                    placeholders, subject.roles().losses(), reached());
        } finally {
            function.setEnableCache(caches);
        }
    }

    /** Parameters and inputs that the loss is computed from. */
    private List<String> reached() {
        Stream<String> trainable = weights.byPath().values().stream()
                .filter(weight -> weight.role() == Role.TRAINABLE)
                .map(Weights.Weight::key);
        return Stream.concat(trainable, inputs.stream())
                .filter(name -> graph.getVariable(name).getGradient() != null)
                .toList();
    }

    private Map<String, Tensor> ofInputs(
            OutAndGrad passed, Map<String, INDArray> placeholders, Batch batch) {
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        subject.inputNames(batch).forEach((placeholder, name) -> {
            boolean floating = batch.inputs().get(name).elementType().isFloating();
            INDArray value = placeholders.get(placeholder);
            if (floating && value != null && inputs.contains(placeholder)) {
                gradients.put(name, gradient(passed.getGradients().get(placeholder), value));
            }
        });
        return gradients;
    }

    /** Zeros where the loss does not depend on it. */
    private static Tensor gradient(@Nullable INDArray found, INDArray like) {
        Shape shape = Shape.of(like.shape());
        return found == null
                ? ArrayTensor.filled(ElementTypes.of(like.dataType()), shape, 0)
                : HeapValues.of(found).reshaped(shape);
    }
}
