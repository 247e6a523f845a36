package dev.mltest.corpus.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two kinds of DL4J network, asked alike. */
final class Networks {

    private Networks() {}

    static INDArray[] outputs(NeuralNetwork network, MultiDataSet batch, boolean training) {
        if (network instanceof MultiLayerNetwork layers) {
            return new INDArray[] {
                layers.output(
                        batch.getFeatures(0),
                        training,
                        first(batch.getFeaturesMaskArrays()),
                        first(batch.getLabelsMaskArrays()))
            };
        }
        return ((ComputationGraph) network)
                .output(
                        training,
                        batch.getFeatures(),
                        batch.getFeaturesMaskArrays(),
                        batch.getLabelsMaskArrays());
    }

    /** The loss with penalties. */
    static double score(NeuralNetwork network, MultiDataSet batch) {
        return network instanceof MultiLayerNetwork layers
                ? layers.score(only(batch), false)
                : ((ComputationGraph) network).score(batch, false);
    }

    /** One update. Of one mask without the other, DL4J makes an error in a list of layers. */
    static void fit(NeuralNetwork network, MultiDataSet batch) {
        if (network instanceof MultiLayerNetwork layers) {
            layers.fit(only(batch));
        } else {
            network.fit(batch);
        }
    }

    /** For networks of one input and one output. */
    private static DataSet only(MultiDataSet batch) {
        return new DataSet(
                batch.getFeatures(0),
                batch.getLabels(0),
                first(batch.getFeaturesMaskArrays()),
                first(batch.getLabelsMaskArrays()));
    }

    static double penalties(NeuralNetwork network) {
        return network instanceof MultiLayerNetwork layers
                ? layers.calcRegularizationScore(true)
                : ((ComputationGraph) network).calcRegularizationScore(true);
    }

    /** Gradients of the summed loss, as DL4J's backward pass leaves them. */
    static Map<String, INDArray> gradients(NeuralNetwork network, MultiDataSet batch) {
        if (network instanceof MultiLayerNetwork layers) {
            layers.setInput(batch.getFeatures(0));
            layers.setLabels(batch.getLabels(0));
            layers.setLayerMaskArrays(
                    first(batch.getFeaturesMaskArrays()), first(batch.getLabelsMaskArrays()));
            layers.computeGradientAndScore();
            return layers.gradient().gradientForVariable();
        }
        ComputationGraph graph = (ComputationGraph) network;
        graph.setInputs(batch.getFeatures());
        graph.setLabels(batch.getLabels());
        graph.setLayerMaskArrays(batch.getFeaturesMaskArrays(), batch.getLabelsMaskArrays());
        graph.computeGradientAndScore();
        return graph.gradient().gradientForVariable();
    }

    /** Layers in forward order with the keys their parameters begin with. */
    static Map<String, Layer> layers(NeuralNetwork network) {
        Map<String, Layer> found = new LinkedHashMap<>();
        if (network instanceof MultiLayerNetwork layers) {
            for (int i = 0; i < layers.getnLayers(); i++) {
                found.put(String.valueOf(i), layers.getLayer(i));
            }
            return found;
        }
        ComputationGraph graph = (ComputationGraph) network;
        for (int index : graph.topologicalSortOrder()) {
            if (graph.getVertices()[index].hasLayer()) {
                found.put(
                        graph.getVertices()[index].getVertexName(),
                        graph.getVertices()[index].getLayer());
            }
        }
        return found;
    }

    /** Whether the loss is a mean over the batch. */
    static boolean averages(NeuralNetwork network) {
        List<Layer> layers = List.copyOf(layers(network).values());
        return layers.get(layers.size() - 1).conf().isMiniBatch();
    }

    private static @Nullable INDArray first(INDArray @Nullable [] arrays) {
        return arrays == null ? null : arrays[0];
    }
}
