package dev.mltest.corpus.tabular;

import dev.mltest.corpus.program.Program;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** M1 in DL4J behind a vertex that brings every row to length 1. */
class Dl4jUnitRows extends Dl4jMlp {

    Dl4jUnitRows() {
        super(new UnitRows());
    }

    @Override
    public Program twin() {
        return new Dl4jUnitRows();
    }

    @Override
    public NeuralNetwork network(long seed) {
        return new ComputationGraph(common(seed)
                .graphBuilder()
                .addInputs("rows")
                .addVertex("scale", new L2NormalizeVertex(new int[] {1}, guard()), "rows")
                .addLayer("hidden1", hidden("hidden1", Tabular.FEATURES, 24).build(), "scale")
                .addLayer("hidden2", hidden("hidden2", 24, 24).build(), "hidden1")
                .addLayer("head", head().build(), "hidden2")
                .setOutputs("head")
                .build());
    }

    double guard() {
        return L2NormalizeVertex.DEFAULT_EPS;
    }
}
