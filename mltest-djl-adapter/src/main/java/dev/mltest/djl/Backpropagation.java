package dev.mltest.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Gradients of the data loss, taken once and so that none is left behind. */
final class Backpropagation {

    private final Network network;
    private final Loss loss;
    private final NDList copies = new NDList();
    private final Map<ParameterPath, Tensor> parameters = new LinkedHashMap<>();
    private final Map<String, Tensor> inputs = new LinkedHashMap<>();
    private double value;

    Backpropagation(Network network, Loss loss) {
        this.network = network;
        this.loss = loss;
    }

    Gradients gradients(Batch batch, Mode mode) {
        Scripted.requireGradients(network, mode);
        try {
            NativeMemory.handingOut(() -> clean(mode, () -> take(batch, mode)));
        } catch (EngineException e) {
            throw network.switches().explained(e);
        }
        return new Gradients(value, parameters, inputs);
    }

    private <T> T clean(Mode mode, Supplier<T> work) {
        return EngineLock.holding(() -> network.pass(mode, () -> {
            Runnable asBefore = network.rememberGradients(NDArray::duplicate);
            network.clearGradients();
            try {
                return work.get();
            } finally {
                asBefore.run();
            }
        }));
    }

    private NDList take(Batch batch, Mode mode) {
        NDList given = network.upload().inputs(batch);
        NDArray objective =
                GradientPass.backward(network, mode, () -> objective(batch, given, mode));
        value = Outputs.number(objective);
        network.weights().byPath().forEach((path, parameter) -> {
            if (parameter.requiresGradient()) {
                parameters.put(path, copy(parameter.getArray()));
            }
        });
        given.stream()
                .filter(input -> batch.inputs().asMap().containsKey(input.getName()))
                .filter(input -> input.getDataType().isFloating())
                .forEach(input -> inputs.put(input.getName(), copy(input)));
        return copies;
    }

    private NDArray objective(Batch batch, NDList given, Mode mode) {
        NDList labels = network.upload().labels(batch);
        NDList followed = new NDList(given.size());
        given.forEach(input -> followed.add(followed(input)));
        return loss.evaluate(labels, network.forward(followed, labels, mode));
    }

    /** A copy that may be written in place, as the user's block may well do, unlike a leaf. */
    private static NDArray followed(NDArray input) {
        if (!input.getDataType().isFloating()) {
            return input;
        }
        input.setRequiresGradient(true);
        NDArray copy = input.sub(0);
        copy.setName(input.getName());
        return copy;
    }

    private Tensor copy(NDArray array) {
        NDArray gradient = array.getGradient();
        NDArray dense = gradient.isSparse() ? gradient.toDense() : gradient.duplicate();
        // Where no gradient arrived, DJL answers single-precision zeros whatever the array is.
        NDArray copy = dense.toType(array.getDataType(), false);
        copies.add(copy);
        return new DjlTensor(copy);
    }
}
