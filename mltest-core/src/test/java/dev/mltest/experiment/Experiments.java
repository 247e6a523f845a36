package dev.mltest.experiment;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.ParameterPath;
import dev.mltest.relation.DeclaredRelations;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;
import dev.mltest.testing.OwnLoops;
import dev.mltest.testing.Rebuilt;
import dev.mltest.testing.ReferenceModel;

import java.util.List;
import java.util.stream.Stream;

/** Every experiment that the default suite may ask for. */
final class Experiments {

    private Experiments() {}

    static Stream<Experiment<?>> all() {
        return Stream.of(
                new Start(),
                new SoftmaxPlace(),
                new OutputShapes(),
                new OutputReach(),
                new LossPreference(),
                new LossPairing(),
                new LossRays(),
                new InputUse(),
                new InputGaps(),
                new TokenGaps(),
                new PenaltyRest(),
                new LossByExample(),
                new Mixing(),
                new MixingLayers(),
                new Predicting(),
                new Transplant(),
                new Modes(),
                new ValidationReading(),
                new FiniteSweep(),
                new FirstSteps(),
                new DecaySeen(),
                new ClippedSteps(),
                new ScheduledSteps(),
                new Nudges(List.of(ParameterPath.of("head/bias"), ParameterPath.of("head/weight"))),
                new NudgeTraces(List.of(ParameterPath.of("head/bias"))),
                new LostGradients(),
                new OutputBias(),
                new Slopes(),
                new GradientCourse(),
                new Superposition(),
                new Directions(),
                new LayerDirections(),
                new LayerSurvey(),
                new FittedWeights(),
                new Descent(),
                new OverfitOneBatch(),
                new BudgetedTraining(),
                new UpdateCourse(),
                new BlankExample(),
                new SameSeed(),
                new TrainingNoiseSeen(),
                new MetricSanity(),
                new LoopValidation(),
                new LoopPrediction(),
                new LoopTraining(),
                new LoopSteps(),
                new NewJvm(),
                new ThreadCounts(),
                new Concurrency(),
                new DeclaredRelations(),
                new Causality(),
                new PaddingReach(),
                new PaddedLoss(),
                new LossDigits(),
                new Stress(),
                new PrecisionShadow());
    }

    /** A model of which something is declared, so that no experiment lacks its subject. */
    static ModelUnderTest declared(ReferenceModel model) {
        return model.builder()
                .validationData(model.held(100))
                .declare(Relation.invariantUnder(Transformations.flip(-1)))
                .trainingLoop(OwnLoops.of(model))
                .metric((outputs, batch) -> outputs.first().summary().mean())
                .drawsNoiseInTraining()
                .paddedWith(0)
                .causal()
                .decaying("**/weight")
                .notDecaying("**/bias")
                .clippingNormAt(1)
                .learningRates(step -> 1 / (1.0 + step))
                .rebuiltBy(Rebuilt.by(model))
                .servesConcurrently(seed -> batch -> model.network(seed).predict(batch))
                .build();
    }
}
