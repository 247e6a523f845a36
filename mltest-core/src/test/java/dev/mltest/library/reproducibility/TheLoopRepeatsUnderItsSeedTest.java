package dev.mltest.library.reproducibility;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.LoopTrainingEvidence;
import dev.mltest.evidence.LoopTrainingEvidence.TrainedParameter;
import dev.mltest.experiment.LoopTraining;
import dev.mltest.model.ElementType;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.model.TrainingLoop;
import dev.mltest.testing.Approved;
import dev.mltest.testing.OwnLoops;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

class TheLoopRepeatsUnderItsSeedTest {

    private final Check check = new TheLoopRepeatsUnderItsSeed();
    private final ReferenceModel model = ReferenceModel.classifier();

    @Test
    void holds_where_one_seed_decides_all() {
        assertThat(held(judge(
                                check,
                                model.builder().trainingLoop(OwnLoops.of(model)).build()))
                        .examined())
                .hasSize(2);
    }

    @Test
    void catches_an_order_of_the_data_that_no_seed_decides() {
        AtomicLong clock = new AtomicLong(5);
        var loop = OwnLoops.of(model)
                .train(network -> OwnLoops.train(
                        network, ToyData.classes(64), new Random(clock.incrementAndGet())));

        Approved.verify(
                "the-loop-repeats-under-its-seed.unseeded-order",
                failure(judge(check, model.builder().trainingLoop(loop).build())));
    }

    @Test
    void catches_weights_that_no_seed_decides() {
        AtomicLong clock = new AtomicLong(5);
        var loop = TrainingLoop.starting(seed -> model.network(clock.incrementAndGet()))
                .model(network -> network)
                .train(network -> network.step(ToyData.classes(64)));

        assertThat(failure(judge(check, model.builder().trainingLoop(loop).build())))
                .contains("differing elements at the start");
    }

    @Test
    void an_engine_that_does_not_repeat_itself_is_not_laid_to_the_loop() {
        Parameter weight = new Parameter(
                ParameterPath.of("head/weight"),
                Parameter.Role.TRAINABLE,
                Shape.of(2),
                ElementType.FLOAT32);
        var evidence = new LoopTrainingEvidence(
                true, false, List.of(new TrainedParameter(weight, 2, 0.1, 0, 2, 1e-7)));
        var written = WrittenEvidence.about(Task.regression()).with(new LoopTraining(), evidence);

        assertThat(held(judge(check, written)).note())
                .contains("the engine does not repeat a gradient");
    }

    @Test
    void without_its_own_training_the_loop_cannot_be_examined() {
        var loop = TrainingLoop.starting(model::network).model(network -> network);

        assertThat(reason(judge(check, model))).startsWith("no training loop is declared");
        assertThat(reason(judge(check, model.builder().trainingLoop(loop).build())))
                .contains("add .train(");
    }

    @Test
    void nothing_examined_is_no_success() {
        var nothing = WrittenEvidence.about(Task.regression())
                .with(new LoopTraining(), new LoopTrainingEvidence(true, true, List.of()));

        violated(judge(check, nothing));
    }
}
