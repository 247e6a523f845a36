package dev.mltest.sample.dl4j;

import dev.mltest.sample.Shapes;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Trains the area estimator and says how far off it is on images it has not seen. */
public final class TrainAreaEstimator {

    private TrainAreaEstimator() {}

    /** Runs the training. */
    public static void main(String[] arguments) {
        ComputationGraph network = AreaEstimator.network(Training.SEED);
        DataSet validation = DataSets.ofAreas(Shapes.validation());
        Training.fit(network, DataSets.ofAreas(Shapes.training()));
        System.out.printf(
                "validation error %.3f, always the mean %.3f%n",
                network.score(validation), meanSquare(validation.getLabels()));
    }

    private static double meanSquare(INDArray areas) {
        return areas.mul(areas).meanNumber().doubleValue();
    }
}
