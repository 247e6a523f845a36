package dev.mltest.sample.dl4j;

import dev.mltest.sample.Shapes;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains the shape classifier and says how well it does on images it has not seen. */
public final class TrainShapeClassifier {

    private TrainShapeClassifier() {}

    /** Runs the training. */
    public static void main(String[] arguments) {
        ComputationGraph network = ShapeClassifier.network(Training.SEED);
        Training.fit(network, DataSets.ofKinds(Shapes.training()));
        Training.report(network, DataSets.ofKinds(Shapes.validation()));
    }
}
