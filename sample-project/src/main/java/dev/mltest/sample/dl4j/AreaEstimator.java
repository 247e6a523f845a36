package dev.mltest.sample.dl4j;

import dev.mltest.sample.Shapes;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Tells how large the shape in an image is, as {@link Shapes#areas()} has it. */
public final class AreaEstimator {

    private AreaEstimator() {}

    /** The model: images in, one number out. */
    public static ComputationGraph network(long seed) {
        return new ComputationGraph(graph(seed, new LossMSE()).build());
    }

    /** The shape classifier with another head, which makes this loss small. */
    public static GraphBuilder graph(long seed, ILossFunction loss) {
        return ShapeClassifier.graph(seed)
                .removeVertex("head", false)
                .addLayer("head", head(loss), "dropout");
    }

    private static OutputLayer head(ILossFunction loss) {
        return new OutputLayer.Builder(loss)
                .activation(Activation.IDENTITY)
                .weightInit(new NormalDistribution(0, 0.1))
                .nOut(1)
                .build();
    }
}
