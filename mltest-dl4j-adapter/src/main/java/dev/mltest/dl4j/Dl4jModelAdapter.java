package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Predictor;
import dev.mltest.model.Shape;
import dev.mltest.model.Tensor;
import dev.mltest.spi.ModelAdapter;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;
import java.util.Optional;

/**
 * Wraps what users make with DL4J: a {@link MultiLayerNetwork}, a {@link ComputationGraph} or a
 * {@link SameDiff} graph. They stay the user's: closing the model puts their settings back and
 * frees nothing.
 */
public final class Dl4jModelAdapter implements ModelAdapter {

    /** For the service loader. */
    public Dl4jModelAdapter() {}

    @Override
    public String framework() {
        return "DL4J";
    }

    @Override
    public boolean claims(Object nativeModel) {
        return nativeModel instanceof MultiLayerNetwork
                || nativeModel instanceof ComputationGraph
                || nativeModel instanceof SameDiff;
    }

    @Override
    public Predictor adapt(Object nativeModel, Device device) {
        String name = nativeModel.getClass().getSimpleName();
        Backend.require(name, device);
        return Noise.unnoticed(() -> wrapped(name, nativeModel));
    }

    private static Predictor wrapped(String name, Object nativeModel) {
        return nativeModel instanceof SameDiff graph
                ? SameDiffWrapping.of(name, graph, List.of(), Ownership.USERS)
                : Wrapping.of(name, Network.of(name, (NeuralNetwork) nativeModel), Ownership.USERS);
    }

    @Override
    public Optional<Tensor> tensor(Object nativeArray) {
        return nativeArray instanceof INDArray array ? Optional.of(read(array)) : Optional.empty();
    }

    private static ArrayTensor read(INDArray array) {
        if (array.wasClosed()) {
            throw new ConfigurationException(
                    "an INDArray of shape %s was closed; read it before it is"
                            .formatted(Shape.of(array.shape())));
        }
        return HeapValues.of(array);
    }
}
