package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;

import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.model.TrainingLoop;
import dev.mltest.testing.Verdicts;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A loop as a user of DJL writes it, declared with method references. */
class OwnLoopTest {

    private static final Batch DATA = Samples.classes(64, 4);

    private static final List<Check> CHECKS = List.of(
            DefaultChecks.validationMovesNothing(),
            DefaultChecks.theLoopPredictsInInferenceMode(),
            DefaultChecks.theLoopTrainsThisModel(),
            DefaultChecks.theLoopStepsAsDeclared(),
            DefaultChecks.theLoopRepeatsUnderItsSeed());

    @Test
    void a_correct_loop_is_left_alone() {
        for (Check check : CHECKS) {
            Verdicts.held(Verdicts.judge(check, declared(loop())));
        }
    }

    @Test
    void a_step_that_does_nothing_is_found() {
        CheckReport report = Verdicts.judge(
                DefaultChecks.theLoopStepsAsDeclared(),
                declared(loop().step((training, batch) -> {})));

        assertThat(Verdicts.failure(report)).contains("loop step 1", "moved 0 times as far");
    }

    @Test
    void every_loop_that_was_started_is_closed() {
        Verdicts.judge(DefaultChecks.theLoopStepsAsDeclared(), declared(loop()));
        int arrays = Native.arrays();

        for (Check check : CHECKS) {
            Verdicts.judge(check, declared(loop()));
        }

        assertThat(Native.arrays()).isLessThanOrEqualTo(arrays);
    }

    private static TrainingLoop<Training> loop() {
        return TrainingLoop.starting(Training::new)
                .model(Training::trainer)
                .step(Training::step)
                .train(Training::train)
                .validate(Training::validate)
                .predict(Training::predict)
                .closing(Training::close);
    }

    private static ModelUnderTest declared(TrainingLoop<Training> loop) {
        return Models.builder(Nets::mlp, DATA)
                .optimizer(Models::adam)
                .task(Task.classification(3))
                .trainingLoop(loop)
                .build();
    }

    /** The user's own. */
    private record Training(Trainer trainer) {

        Training(long seed) {
            this(started(seed));
        }

        private static Trainer started(long seed) {
            ai.djl.engine.Engine.getInstance().setRandomSeed((int) seed);
            Model model = Model.newInstance("own", ai.djl.Device.cpu());
            model.setBlock(Nets.mlp());
            Trainer trainer =
                    model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                            .optOptimizer(Models.adam())
                            .optDevices(new ai.djl.Device[] {ai.djl.Device.cpu()}));
            trainer.initialize(new Shape(2, 4));
            return trainer;
        }

        void step(Batch batch) {
            try (NDManager manager = trainer.getManager().newSubManager();
                    GradientCollector collector = trainer.newGradientCollector()) {
                NDList labels = Djl.labels(manager, batch);
                NDList outputs = trainer.forward(Djl.inputs(manager, batch), labels);
                NDArray loss = trainer.getLoss().evaluate(labels, outputs);
                collector.backward(loss);
            }
            trainer.step();
        }

        void train() {
            step(DATA.firstRows(16));
            step(DATA.rows(20, 21, 22, 23));
        }

        void validate() {
            predict(DATA);
        }

        NamedTensors predict(Batch batch) {
            try (NDManager manager = trainer.getManager().newSubManager()) {
                return Djl.outputs(trainer.evaluate(Djl.inputs(manager, batch)));
            }
        }

        void close() {
            trainer.close();
            trainer.getModel().close();
        }
    }
}
