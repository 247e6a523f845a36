package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.model.TrainingLoop;
import dev.mltest.testing.Verdicts;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

import java.util.List;

/** A loop as a user of DL4J writes it, declared with method references. */
class OwnLoopTest {

    private static final Batch DATA = Samples.classes(64, 4);

    @Test
    void a_correct_loop_is_left_alone() {
        List<Check> checks = List.of(
                DefaultChecks.validationMovesNothing(),
                DefaultChecks.theLoopPredictsInInferenceMode(),
                DefaultChecks.theLoopTrainsThisModel(),
                DefaultChecks.theLoopStepsAsDeclared(),
                DefaultChecks.theLoopRepeatsUnderItsSeed());

        for (Check check : checks) {
            Verdicts.held(Verdicts.judge(check, declared(loop())));
        }
    }

    @Test
    void two_fits_for_one_step_are_found() {
        TrainingLoop<MultiLayerNetwork> twice = loop().step((network, batch) -> {
            fit(network, batch);
            fit(network, batch);
        });

        assertThat(Verdicts.failure(
                        Verdicts.judge(DefaultChecks.theLoopStepsAsDeclared(), declared(twice))))
                .contains("loop step 1");
    }

    private static TrainingLoop<MultiLayerNetwork> loop() {
        return TrainingLoop.starting(OwnLoopTest::started)
                .model(network -> network)
                .step(OwnLoopTest::fit)
                .train(network -> fit(network, DATA.firstRows(16)))
                .validate(network -> predict(network, DATA))
                .predict(OwnLoopTest::predict);
    }

    private static MultiLayerNetwork started(long seed) {
        MultiLayerNetwork network = Nets.mlp(seed);
        network.init();
        return network;
    }

    private static void fit(MultiLayerNetwork network, Batch batch) {
        MultiDataSet data = Dl4j.dataSet(batch);
        network.fit(new DataSet(data.getFeatures(0), data.getLabels(0)));
    }

    private static NamedTensors predict(MultiLayerNetwork network, Batch batch) {
        return Dl4j.outputs(network.output(Dl4j.dataSet(batch).getFeatures(0)));
    }

    private static ModelUnderTest declared(TrainingLoop<MultiLayerNetwork> loop) {
        return Dl4j.model("own", Nets::mlp)
                .task(Task.classification(3).fromProbabilities())
                .trainingData(DATA)
                .trainingLoop(loop)
                .build();
    }
}
