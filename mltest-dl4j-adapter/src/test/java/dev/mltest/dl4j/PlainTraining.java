package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;
import java.util.Map;

/** A network trained by its own fit, workspaces as DL4J sets them. */
final class PlainTraining {

    private PlainTraining() {}

    /** Values of all parameters after some steps on one batch, in the order of DL4J's table. */
    static List<ArrayTensor> train(NeuralNetwork network, Batch batch, int steps) {
        network.init();
        for (int i = 0; i < steps; i++) {
            fit(network, batch);
        }
        return table(network).values().stream().map(HeapValues::of).toList();
    }

    private static Map<String, INDArray> table(NeuralNetwork network) {
        return network instanceof MultiLayerNetwork layers
                ? layers.paramTable()
                : ((ComputationGraph) network).paramTable();
    }

    private static void fit(NeuralNetwork network, Batch batch) {
        Upload upload = new Upload(
                "plain", DataType.FLOAT, batch.inputs().size(), batch.targets().size());
        Feed feed = upload.whole(batch);
        if (network instanceof MultiLayerNetwork layers) {
            layers.fit(feed.inputs()[0], feed.targets()[0], feed.inputMask(), feed.targetMask());
        } else {
            ((ComputationGraph) network)
                    .fit(feed.inputs(), feed.targets(), feed.inputMasks(), feed.targetMasks());
        }
    }
}
