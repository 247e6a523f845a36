package dev.mltest.sample.guide;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.relation.Transformations.flip;

import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.check.CheckSuite;
import dev.mltest.djl.Djl;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.relation.Relation;
import dev.mltest.sample.Batches;
import dev.mltest.sample.ShapeKind;
import dev.mltest.sample.Shapes;
import dev.mltest.sample.djl.AreaEstimator;
import dev.mltest.sample.djl.ShapeClassifier;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/** What docs/how-to/choose-checks.md shows. */
class ChooseChecksPageTest {

    private static final int STEPS = 12;

    @Test
    void a_classifier() {
        ModelUnderTest classifier = Djl.model("shape-classifier", ShapeClassifier::block)
                .task(Task.classification(ShapeKind.values().length).fromLogits())
                .loss(ShapeClassifier.loss())
                .optimizer(ShapeClassifier::optimizer)
                .trainingData(Batches.ofKinds(Shapes.training()))
                .validationData(Batches.ofKinds(Shapes.validation()))
                .declare(Relation.invariantUnder(flip(-1)))
                .build();

        assertThat(classifier).keepsItsDeclaredRelations().repeatsItsValidationData();
    }

    @Test
    void a_regressor() {
        ModelUnderTest regressor = Djl.model("area-estimator", AreaEstimator::block)
                .task(Task.regression())
                .loss(AreaEstimator.loss())
                .optimizer(AreaEstimator::optimizer)
                .trainingData(Batches.ofAreas(Shapes.training()))
                .build();

        assertThat(regressor).givesAsManyOutputsAsItsTargetsNeed().averagesItsLossOverExamples();
    }

    @Test
    void a_sequence_model() {
        ModelUnderTest forecaster = Djl.model("forecaster", ChooseChecksPageTest::recurrent)
                .task(Task.regression())
                .loss(Loss.l2Loss())
                .optimizer(ChooseChecksPageTest::adam)
                .trainingData(waves())
                .causalAlong(1)
                .build();

        assertThat(forecaster).isCausal();
    }

    @Test
    void an_autoencoder() {
        ModelUnderTest autoencoder = Djl.model("autoencoder", ChooseChecksPageTest::bottleneck)
                .task(Task.reconstruction())
                .loss(Loss.l2Loss())
                .optimizer(ChooseChecksPageTest::adam)
                .trainingData(ofThemselves())
                .build();

        assertThat(autoencoder).keepsExamplesApart().dependsOnEveryInput();
    }

    @Test
    void a_suite_of_ones_own() {
        CheckSuite quick = new CheckSuite(
                "quick",
                List.of(
                        DefaultChecks.outputsFitTheTargets(),
                        DefaultChecks.examplesDoNotMix(),
                        DefaultChecks.gradientsReachEveryParameter(),
                        DefaultChecks.trainingChangesEveryParameter()));
        ModelUnderTest model = Djl.model("area-estimator", AreaEstimator::block)
                .task(Task.regression())
                .loss(AreaEstimator.loss())
                .optimizer(AreaEstimator::optimizer)
                .trainingData(Batches.ofAreas(Shapes.training()))
                .build();

        assertThat(model).passes(quick);
    }

    private static SequentialBlock recurrent() {
        return new SequentialBlock()
                .add(LSTM.builder().setStateSize(8).setNumLayers(1).build())
                .add(Linear.builder().setUnits(1).build());
    }

    private static SequentialBlock bottleneck() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(4).build())
                .add(Activation::tanh)
                .add(Linear.builder().setUnits(STEPS).build());
    }

    private static Optimizer adam() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.01f)).build();
    }

    private static Batch waves() {
        float[] values = noisy(128 * STEPS);
        return Batch.of(
                ArrayTensor.ofFloats(Shape.of(128, STEPS, 1), values),
                ArrayTensor.ofFloats(Shape.of(128, STEPS, 1), values));
    }

    private static Batch ofThemselves() {
        ArrayTensor rows = ArrayTensor.ofFloats(Shape.of(128, STEPS), noisy(128 * STEPS));
        return Batch.of(rows, rows);
    }

    private static float[] noisy(int count) {
        Random random = new Random(1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (Math.sin(0.7 * i) + 0.1 * random.nextGaussian());
        }
        return values;
    }
}
