package dev.mltest.dl4j;

import dev.mltest.model.Device;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.spi.ModelAdapter;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Wraps what users make with DL4J: a {@link MultiLayerNetwork} or {@link ComputationGraph} trains.
 * They stay the user's: closing the model puts their settings back and frees nothing.
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
        if (nativeModel instanceof SameDiff) {
            throw new NotAvailableException(
                    "mltest does not examine SameDiff graphs: of DL4J 1.0.0-M2.1 their training loop reports a loss of 0 and their dropout has no gradient");
        }
        NeuralNetwork network = (NeuralNetwork) nativeModel;
        String name = nativeModel.getClass().getSimpleName();
        Backend.require(name, device);
        return Noise.unnoticed(() -> Wrapping.of(name, Network.of(name, network), Ownership.USERS));
    }
}
