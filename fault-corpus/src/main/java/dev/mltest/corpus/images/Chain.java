package dev.mltest.corpus.images;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

import java.util.stream.Stream;

/** A graph that grows layer after layer. */
final class Chain {

    private final GraphBuilder graph;
    private String last;

    Chain(GraphBuilder graph, String input) {
        this.graph = graph;
        last = input;
    }

    /** What the next layer will see. */
    String last() {
        return last;
    }

    Chain add(String name, Layer layer) {
        graph.addLayer(name, layer, last);
        last = name;
        return this;
    }

    /** Appends a vertex that sees other vertices, too. */
    Chain add(String name, GraphVertex vertex, String... others) {
        graph.addVertex(
                name,
                vertex,
                Stream.concat(Stream.of(last), Stream.of(others)).toArray(String[]::new));
        last = name;
        return this;
    }

    /** The graph, ending here. */
    ComputationGraphConfiguration build() {
        return graph.setOutputs(last).build();
    }
}
