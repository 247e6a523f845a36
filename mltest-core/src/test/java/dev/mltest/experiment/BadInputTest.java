package dev.mltest.experiment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.relation.Relation;
import dev.mltest.relation.RelationCases;
import dev.mltest.relation.Transformation;
import dev.mltest.relation.Transformations;
import dev.mltest.testing.DelegatingTrainable;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ReferenceNetwork;
import dev.mltest.testing.ToyData;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What mltest cannot work with is refused in a sentence that says what to do, never in a trace. */
class BadInputTest {

    private static final String NAME = "configuration: model 'toy-classifier'";

    @Nested
    class Data {

        @Test
        void of_a_single_example_is_refused() {
            refuses(
                    ReferenceModel.classifier().data(ToyData.classes(1)),
                    NAME + ": a batch of the training data has 1 examples, but checks compare"
                            + " examples; give .trainingData(...) at least two");
        }

        @Test
        void with_nan_in_the_inputs_is_refused() {
            refuses(
                    ReferenceModel.classifier().data(Batch.of(spoilt(Double.NaN), labels(0, 1, 2))),
                    NAME
                            + ": input 'input' [3x4] holds NaN in example 0 of the batch; clean the data");
        }

        @Test
        void with_infinity_in_the_targets_is_refused() {
            ArrayTensor targets = ArrayTensor.ofFloats(Shape.of(3), 0, 0, Float.NEGATIVE_INFINITY);

            refuses(
                    ReferenceModel.regressor().data(Batch.of(features(), targets)),
                    "configuration: model 'toy-regressor': target 'target' [3] holds -Infinity"
                            + " in example 2 of the batch; clean the data");
        }

        @Test
        void with_a_label_beyond_the_classes_is_refused() {
            refuses(
                    ReferenceModel.classifier().data(Batch.of(features(), labels(0, 3, 1))),
                    NAME + ": label 3 is none of the 3 classes, which are numbered 0 to 2;"
                            + " number the labels from 0 or correct Task.classification(...)");
        }

        @Test
        void with_a_negative_label_is_refused() {
            refuses(
                    ReferenceModel.classifier().data(Batch.of(features(), labels(0, -1, 1))),
                    NAME + ": label -1 is none of the 3 classes, which are numbered 0 to 2;"
                            + " number the labels from 0 or correct Task.classification(...)");
        }

        @Test
        void with_a_fractional_label_is_refused() {
            ArrayTensor labels = ArrayTensor.ofFloats(Shape.of(3), 0, 1.5f, 2);

            refuses(
                    ReferenceModel.classifier().data(Batch.of(features(), labels)),
                    NAME + ": label 1.5 is none of the 3 classes, which are numbered 0 to 2;"
                            + " number the labels from 0 or correct Task.classification(...)");
        }

        @Test
        void with_a_token_beyond_the_vocabulary_is_refused() {
            assertThatThrownBy(() -> run(ReferenceModel.classifier()
                            .task(Task.languageModel(3))
                            .data(Batch.of(features(), labels(0, 3, 1)))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(NAME + ": label 3 is none of the 3 classes");
        }

        @Test
        void with_labels_that_are_neither_0_nor_1_is_refused() {
            ArrayTensor labels = ArrayTensor.ofFloats(Shape.of(3, 1), 0, 1, 2);

            refuses(
                    ReferenceModel.regressor()
                            .task(Task.binary())
                            .data(Batch.of(features(), labels)),
                    "configuration: model 'toy-regressor': the labels of binary from logits lie"
                            + " between 0 and 1, but reach from 0 to 2");
        }

        @Test
        void without_targets_is_refused_where_a_loss_is_needed() {
            Batch unlabelled = new Batch(NamedTensors.of("input", features()), NamedTensors.none());

            refuses(
                    ReferenceModel.classifier().data(unlabelled),
                    "configuration: the batch has no target; give the training data its targets");
        }

        private ArrayTensor features() {
            return ArrayTensor.filled(ElementType.FLOAT32, Shape.of(3, 4), 1);
        }

        private ArrayTensor spoilt(double value) {
            double[] values = features().toDoubles();
            values[5] = value;
            return ArrayTensor.of(ElementType.FLOAT32, Shape.of(3, 4), values);
        }

        private ArrayTensor labels(long... labels) {
            return ArrayTensor.ofLongs(Shape.of(labels.length), labels);
        }
    }

    @Nested
    class A_model {

        @Test
        void that_throws_is_named_with_the_shapes_it_was_given() {
            ReferenceModel model = ReferenceModel.classifier()
                    .as(network -> new DelegatingTrainable(network) {
                        @Override
                        public NamedTensors predict(Batch batch) {
                            throw new IllegalStateException("size mismatch");
                        }
                    });

            assertThatThrownBy(() -> ask(model.build(), new Mixing()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            NAME + " threw in its forward pass on a batch of inputs [input [8x4]]"
                                    + " and targets [target [8]]: java.lang.IllegalStateException: size"
                                    + " mismatch; check that the shapes fit the model")
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }

        @Test
        void that_does_not_fit_the_data_is_named_with_the_shapes_it_was_given() {
            ReferenceModel model = ReferenceModel.classifier()
                    .layers(noise -> List.of(Layers.dense("head", 2, 3, noise)));

            assertThatThrownBy(() -> ask(model.build(), new Mixing()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            NAME + " threw in its forward pass on a batch of inputs [input [8x4]]"
                                    + " and targets [target [8]]:"
                                    + " java.lang.ArrayIndexOutOfBoundsException: Index 6 out of bounds for"
                                    + " length 6; check that the shapes fit the model");
        }

        @Test
        void without_parameters_is_refused() {
            refuses(
                    ReferenceModel.regressor().layers(noise -> List.of(Layers.featureMean("mean"))),
                    "configuration: model 'toy-regressor' has no parameters, so there is nothing to"
                            + " train; register its weights with the framework, or hand it over"
                            + " without a loss as a predictor");
        }

        @Test
        void of_which_everything_is_frozen_is_refused() {
            refuses(
                    ReferenceModel.regressor()
                            .layers(noise -> List.of(Layers.frozen(
                                    Layers.dense("head", ToyData.FEATURES, 1, noise)))),
                    "configuration: model 'toy-regressor': all 2 parameters are frozen, so there is"
                            + " nothing to train; unfreeze at least one");
        }

        @Test
        void that_is_the_same_every_time_is_refused() {
            ReferenceNetwork only = ReferenceModel.classifier().network(1);

            assertThatThrownBy(() -> run(described((seed, device) -> only)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(NAME.replace("model", "the factory of model")
                            + " returned one and the same instance twice for seed 1;"
                            + " make it build a new model on every call");
        }

        @Test
        void whose_factory_throws_is_refused() {
            assertThatThrownBy(() -> run(described((seed, device) -> {
                        throw new IllegalStateException("no such file");
                    })))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(NAME.replace("model", "the factory of model")
                            + " threw for seed 1: java.lang.IllegalStateException: no such file")
                    .hasCauseInstanceOf(IllegalStateException.class);
        }

        @SuppressWarnings("NullAway") // users may
        @Test
        void whose_factory_returns_null_is_refused() {
            assertThatThrownBy(() -> run(described((seed, device) -> null)))
                    .isInstanceOf(ConfigurationException.class);
        }

        @Test
        void whose_declared_frozen_parameters_do_not_exist_is_refused() {
            assertThatThrownBy(() -> run(ReferenceModel.regressor()
                            .builder()
                            .frozen("haed/**")
                            .build()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "configuration: model 'toy-regressor': .frozen(\"haed/**\") matches no"
                                    + " parameter; there are [hidden/weight, hidden/bias, head/weight,"
                                    + " head/bias]");
        }
    }

    @Nested
    class A_relation {

        @Test
        void along_the_examples_is_refused() {
            refuses(
                    Transformations.flip(0),
                    "axis 0 is none of the axes 1 to 1 of shape [8x4];"
                            + " axis 0 runs over the examples");
        }

        @Test
        void along_an_axis_that_is_not_there_is_refused() {
            refuses(
                    Transformations.shift(2, 1),
                    "axis 2 is none of the axes 1 to 1 of shape [8x4];"
                            + " axis 0 runs over the examples");
        }

        @Test
        void of_square_images_needs_square_images() {
            refuses(
                    Transformations.quarterTurn(),
                    "a quarter turn needs square images [N x ... x S x S], but got [8x4]");
        }

        @Test
        void by_no_place_at_all_is_refused() {
            assertThatThrownBy(() -> Transformations.shift(1, 0))
                    .isInstanceOf(ConfigurationException.class);
        }

        private void refuses(Transformation transformation, String message) {
            RelationCases cases = new RelationCases(Relation.invariantUnder(transformation));

            assertThatThrownBy(() -> ask(ReferenceModel.classifier().build(), cases))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("configuration: " + message);
        }
    }

    private static ModelUnderTest described(ModelFactory factory) {
        return ModelUnderTest.named("toy-classifier", factory)
                .task(Task.classification(ToyData.CLASSES))
                .trainingData(ToyData.classes(64))
                .build();
    }

    private static void refuses(ReferenceModel model, String message) {
        assertThatThrownBy(() -> run(model))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    private static void run(ReferenceModel model) {
        run(model.build());
    }

    private static void run(ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            new CheckRunner(laboratory, Budget.unlimited()).run(DefaultChecks.suite(), 1);
        }
    }

    private static void ask(ModelUnderTest model, Experiment<?> experiment) {
        try (Laboratory laboratory = new Laboratory(model)) {
            laboratory.ask(experiment, 1);
        }
    }
}
