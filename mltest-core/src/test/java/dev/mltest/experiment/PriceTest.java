package dev.mltest.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.relation.DeclaredRelations;
import dev.mltest.relation.Relation;
import dev.mltest.relation.RelationCases;
import dev.mltest.relation.RelationTrace;
import dev.mltest.relation.Transformations;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.SequenceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

class PriceTest {

    static Stream<ReferenceModel> models() {
        return Stream.of(ReferenceModel.classifier(), ReferenceModel.regressor());
    }

    @Test
    void every_question_of_the_default_suite_is_among_the_experiments_tried_here() {
        assertThat(DefaultChecks.suite().checks().stream()
                        .flatMap(check -> check.needs().stream())
                        .map(Question::id))
                .isSubsetOf(Experiments.all().map(Experiment::id).toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_is_counted_is_what_was_declared(ReferenceModel model) {
        Experiments.all().filter(experiment -> !stopsEarly(experiment)).forEach(experiment -> {
            try (Laboratory laboratory = new Laboratory(Experiments.declared(model))) {
                assertThat(spent(laboratory, experiment))
                        .as(experiment.id())
                        .hasToString(laboratory.price(experiment).toString());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_stops_early_costs_no_more_than_declared(ReferenceModel model) {
        Experiments.all().filter(PriceTest::stopsEarly).forEach(experiment -> {
            try (Laboratory laboratory = new Laboratory(Experiments.declared(model))) {
                assertThat(spent(laboratory, experiment).isWithin(laboratory.price(experiment)))
                        .as(experiment.id())
                        .isTrue();
            }
        });
    }

    @Test
    void what_looks_at_padding_costs_no_more_than_declared() {
        ModelUnderTest model = SequenceModel.at((row, position) -> row.values()[0])
                .under((outputs, batch) -> batch.target().get(SequenceModel.LENGTH - 1))
                .builder()
                .padded()
                .causal()
                .build();
        for (Experiment<?> experiment :
                List.of(new PaddingReach(), new PaddedLoss(), new Causality())) {
            try (Laboratory laboratory = new Laboratory(model)) {
                assertThat(spent(laboratory, experiment).isWithin(laboratory.price(experiment)))
                        .as(experiment.id())
                        .isTrue();
            }
        }
    }

    @Test
    void a_long_simplification_costs_no_more_than_declared() {
        RelationCases flipped =
                new RelationCases(Relation.invariantUnder(Transformations.flip(-1)));
        ModelUnderTest model = ReferenceModel.regressor()
                .data(rising(32, 64))
                .as(FirstFeatureUnlessOneIsZero::new)
                .build();
        try (Laboratory laboratory = new Laboratory(model)) {
            assertThat(spent(laboratory, flipped).isWithin(laboratory.price(flipped)))
                    .isTrue();
        }
    }

    @Test
    void a_second_look_at_a_relation_costs_no_more_than_declared() {
        Relation relation = Relation.invariantUnder(Transformations.shift(1, 2));
        try (Laboratory laboratory = new Laboratory(ReferenceModel.regressor().build())) {
            RelationTrace trace = new RelationTrace(relation);

            assertThat(spent(laboratory, trace).isWithin(laboratory.price(trace)))
                    .isTrue();
        }
    }

    @Test
    void a_suite_asks_each_question_once_for_as_many_seeds_as_the_greediest_check() {
        try (Laboratory laboratory =
                new Laboratory(Experiments.declared(ReferenceModel.regressor()))) {
            Price each = Experiments.all()
                    .filter(experiment -> !(experiment instanceof Nudges))
                    .filter(experiment -> !(experiment instanceof NudgeTraces))
                    .filter(experiment -> !(experiment instanceof LostGradients))
                    .filter(experiment -> !(experiment instanceof MixingLayers))
                    .filter(experiment -> !(experiment instanceof LayerDirections))
                    .map(laboratory::price)
                    .reduce(Price.FREE, Price::plus);

            assertThat(DefaultChecks.suite().price(laboratory))
                    .isEqualTo(each.plus(laboratory.price(new Start()).times(2)));
        }
    }

    @Test
    void seconds_in_the_model_are_part_of_all_seconds() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.regressor().build())) {
            laboratory.ask(new Start(), 1);

            assertThat(laboratory.secondsInModel())
                    .isPositive()
                    .isLessThanOrEqualTo(laboratory.secondsInAll());
        }
    }

    private static boolean stopsEarly(Experiment<?> experiment) {
        return experiment instanceof OverfitOneBatch
                || experiment instanceof BudgetedTraining
                || experiment instanceof UpdateCourse
                || experiment instanceof DeclaredRelations
                || experiment instanceof Causality
                || experiment instanceof PaddingReach
                || experiment instanceof PaddedLoss
                || experiment instanceof OutputReach
                || experiment instanceof InputUse
                || experiment instanceof InputGaps
                || experiment instanceof TokenGaps
                || experiment instanceof PenaltyRest
                || experiment instanceof LostGradients
                || experiment instanceof OutputBias
                || experiment instanceof Modes
                || experiment instanceof Slopes
                || experiment instanceof DecaySeen
                || experiment instanceof ClippedSteps
                || experiment instanceof Stress
                || experiment instanceof PrecisionShadow
                || experiment instanceof FiniteSweep
                || experiment instanceof GradientCourse
                || experiment instanceof Superposition
                || experiment instanceof LoopValidation
                || experiment instanceof LoopSteps;
    }

    private static Price spent(Laboratory laboratory, Question<?> question) {
        Answer<?> answer = laboratory.ask(question, 1);
        assertThat(answer).isInstanceOf(Answer.Seen.class);
        Price spent = ((Answer.Seen<?>) answer).spent();
        assertThat(laboratory.spent()).hasToString(spent.toString());
        return spent;
    }

    private static Batch rising(int rows, int width) {
        double[] values =
                DoubleStream.iterate(1, x -> x + 0.01).limit(rows * width).toArray();
        return Batch.of(
                ArrayTensor.of(ElementType.FLOAT32, Shape.of(rows, width), values),
                ArrayTensor.filled(ElementType.FLOAT32, Shape.of(rows, 1), 1));
    }

    /** No feature can be set to zero, so that every try of a simplification fails. */
    private static final class FirstFeatureUnlessOneIsZero extends PlainPredictor {

        FirstFeatureUnlessOneIsZero(ReferenceNetwork network) {
            super(network);
        }

        @Override
        public NamedTensors predict(Batch batch) {
            double[] outputs = new double[batch.size()];
            for (int row = 0; row < outputs.length; row++) {
                double[] features = batch.rows(row).input("input").toDoubles();
                boolean complete = DoubleStream.of(features).noneMatch(x -> x == 0);
                outputs[row] = complete ? features[0] : 0;
            }
            return NamedTensors.of(
                    "output",
                    ArrayTensor.of(ElementType.FLOAT32, Shape.of(outputs.length, 1), outputs));
        }
    }
}
