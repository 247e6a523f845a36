package dev.mltest.dl4j;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;

/** Takes down what a backward pass brings to the inputs of a graph, before DL4J clears it. */
final class InputGradients extends BaseTrainingListener {

    private final ComputationGraph graph;
    private final @Nullable INDArray[] seen;

    InputGradients(ComputationGraph graph) {
        this.graph = graph;
        this.seen = new INDArray[graph.getNumInputArrays()];
    }

    @Override
    public void onBackwardPass(Model model) {
        List<String> inputs = graph.getConfiguration().getNetworkInputs();
        for (int i = 0; i < seen.length; i++) {
            INDArray epsilon = graph.getVertex(inputs.get(i)).getEpsilon();
            seen[i] = epsilon == null ? null : HeapValues.vector(epsilon);
        }
    }

    @Nullable
    INDArray[] seen() {
        return seen;
    }
}
