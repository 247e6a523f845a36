package dev.mltest.benchmark;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.dl4j.Dl4j;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

import java.util.function.LongFunction;

/** Both gradient checks, each as its documentation says it is to be used. */
final class GradientCheckers {

    private GradientCheckers() {}

    /** DL4J's: every parameter up and down, with the step and limits of DL4J's own tests. */
    static boolean accusedByDl4j(MultiLayerNetwork network, DataSet data) {
        return !GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(data.getFeatures())
                .labels(data.getLabels())
                .epsilon(1e-6)
                .maxRelError(1e-3)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY));
    }

    /** mltest's, from a new laboratory to the outcome. */
    static Outcome byMltest(LongFunction<MultiLayerNetwork> network, DataSet data, long seed) {
        ModelUnderTest model = Dl4j.model("race", network)
                .task(Task.classification(RaceNetworks.CLASSES).fromProbabilities())
                .trainingData(data)
                .build();
        try (Laboratory laboratory = new Laboratory(model)) {
            return new CheckRunner(laboratory, Budget.unlimited())
                    .run(DefaultChecks.gradientsMatchTheSlopes(), seed)
                    .outcome();
        }
    }
}
