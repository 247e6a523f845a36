package dev.mltest.sample.guide;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.model.Task.classification;

import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.djl.Djl;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.TrainingLoop;

import org.junit.jupiter.api.Test;

/** The loop that docs/how-to/declare-a-training-loop.md declares. */
class LoopPageTest {

    @Test
    void a_declared_loop_is_looked_at() {
        ModelUnderTest model = Djl.model("digits", Digits::block)
                .task(classification(10))
                .loss(Loss.softmaxCrossEntropyLoss())
                .optimizer(() -> Optimizer.adam().build())
                .trainingData(Digits.train())
                .trainingLoop(TrainingLoop.starting(DigitsTraining::new)
                        .model(DigitsTraining::trainer)
                        .step(DigitsTraining::step)
                        .train(DigitsTraining::firstEpoch)
                        .validate(DigitsTraining::validate)
                        .predict(DigitsTraining::predict)
                        .closing(DigitsTraining::close))
                .metric(DigitsTraining::accuracy)
                .drawsNoiseInTraining()
                .build();

        assertThat(model)
                .isSteppedByItsLoopAsDeclared()
                .isTrainedByItsLoop()
                .isLeftAloneByValidation()
                .isAskedInInferenceModeByItsLoop()
                .isMeasuredByAMetricThatPrefersTheTargets()
                .drawsItsNoiseInTraining();
    }
}
