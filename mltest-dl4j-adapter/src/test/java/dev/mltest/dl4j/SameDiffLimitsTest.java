package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.CentralDifferences;
import dev.mltest.testing.contract.ParameterValues;

import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What SameDiff of M2.1 can do and what it cannot. */
class SameDiffLimitsTest {

    private static final Batch BATCH = Graphs.CLASSIFIER.batch;

    /** A hidden layer, something in the middle, and a classifier. */
    private static Trainable with(BiFunction<SameDiff, SDVariable, SDVariable> middle) {
        return trainable(graph -> {
            SDVariable hidden = Graphs.dense(graph, "first", Graphs.input(graph, "input", 4), 4, 5);
            SDVariable changed = middle.apply(graph, hidden);
            return Graphs.classified(graph, Graphs.dense(graph, "second", changed, 5, 3));
        });
    }

    private static Trainable trainable(UnaryOperator<SameDiff> build) {
        return (Trainable) Graphs.builder(seed -> build.apply(SameDiff.create()), BATCH)
                .outputs("logits")
                .build()
                .factory()
                .create(1, Device.cpu());
    }

    private static void unavailable(Runnable question, String reason) {
        assertThatThrownBy(question::run)
                .isInstanceOf(NotAvailableException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void dropout_has_no_gradient_and_training_is_not_available_instead_of_half_done() {
        Trainable model = with((graph, hidden) -> graph.nn.dropout(hidden, 0.5));
        Map<String, ArrayTensor> before = ParameterValues.of(model);
        for (int i = 0; i < 2; i++) {
            unavailable(() -> model.step(BATCH), "ND4J cannot differentiate 'tiny': ");
            unavailable(() -> model.gradients(BATCH, Mode.TRAINING), "ND4J cannot differentiate");
        }
        assertThat(ParameterValues.of(model)).isEqualTo(before);
        assertThat(model.predict(BATCH)).isNotEqualTo(model.predict(BATCH));
        model.close();
    }

    @Test
    void inverted_dropout_does_not_even_run() {
        Trainable model = with((graph, hidden) -> graph.nn.dropoutInverted(hidden, 0.5));
        unavailable(() -> model.predict(BATCH), "ND4J fails in dropoutInverted, which 'tiny' uses");
        unavailable(() -> model.step(BATCH), "ND4J cannot differentiate 'tiny'");
        model.close();
    }

    @Test
    void batch_normalisation_has_no_gradient() {
        Trainable model = with((graph, hidden) -> graph.nn.batchNorm(
                hidden,
                graph.constant(Nd4j.zeros(DataType.FLOAT, 5)),
                graph.constant(Nd4j.ones(DataType.FLOAT, 5)),
                graph.var("gamma", Nd4j.ones(DataType.FLOAT, 5)),
                graph.var("beta", Nd4j.zeros(DataType.FLOAT, 5)),
                1e-5,
                1));
        assertThat(model.evaluate(BATCH, Mode.INFERENCE).loss()).isPositive();
        unavailable(() -> model.step(BATCH), "ND4J cannot differentiate 'tiny'");
        model.close();
    }

    @Test
    void gradients_that_fail_while_the_loss_does_not_are_not_available() {
        Trainable model = with((graph, hidden) -> graph.tensorMmul(
                hidden,
                graph.var("square", Nd4j.eye(5).castTo(DataType.FLOAT)),
                new int[] {1},
                new int[] {0}));
        assertThat(model.evaluate(BATCH, Mode.INFERENCE).loss()).isPositive();
        unavailable(
                () -> model.gradients(BATCH, Mode.TRAINING),
                "ND4J computes the loss of 'tiny', but fails in its gradients");
        unavailable(() -> model.step(BATCH), "ND4J fails to fit 'tiny', whose loss it computes");
        model.close();
    }

    @Test
    void a_loss_of_something_else_than_the_outputs_is_not_available_by_itself() {
        Trainable model = (Trainable) Graphs.builder(
                        seed -> {
                            SameDiff graph = Graphs.CLASSIFIER.graph.apply(seed);
                            graph.nn.softmax("probabilities", graph.getVariable("logits"));
                            return graph;
                        },
                        BATCH)
                .outputs("probabilities")
                .build()
                .factory()
                .create(1, Device.cpu());
        unavailable(
                () -> model.lossOf(model.predict(BATCH), BATCH),
                "the loss of 'tiny' is not computed from its outputs [probabilities] alone; if it is computed from another variable, name that one");
        model.close();
    }

    @Test
    void a_graph_that_maximises_takes_no_step() {
        Trainable model = trainable(graph -> {
            Graphs.classified(
                    graph, Graphs.dense(graph, "only", Graphs.input(graph, "input", 4), 4, 3));
            graph.setTrainingConfig(Graphs.config().minimize(false).build());
            return graph;
        });
        unavailable(() -> model.step(BATCH), "the TrainingConfig of 'tiny' maximises");
        model.close();
    }

    @Test
    void a_cast_to_single_precision_has_no_twin() {
        Trainable model = with((graph, hidden) ->
                graph.castTo("narrow", hidden.castTo(DataType.DOUBLE), DataType.FLOAT));
        unavailable(model::inDoublePrecision, "ND4J cannot convert 'tiny' to double precision: ");
        model.close();
    }

    @Test
    void a_log_softmax_over_a_given_dimension_can_neither_be_copied_nor_differentiated() {
        Trainable model = with((graph, hidden) -> graph.nn.logSoftmax(hidden, 1));
        unavailable(model::inDoublePrecision, "ND4J cannot copy the graph of 'tiny': ");
        unavailable(
                () -> model.lossOf(model.predict(BATCH), BATCH),
                "ND4J cannot copy the graph of 'tiny': ");
        unavailable(() -> model.step(BATCH), "ND4J cannot differentiate 'tiny'");
        assertThat(model.evaluate(BATCH, Mode.INFERENCE).loss()).isPositive();
        model.close();
    }

    @Test
    void a_copy_that_computes_something_else_is_not_used() {
        SameDiffTrainable model = (SameDiffTrainable) Graphs.CLASSIFIER.trainable();
        Copies others = new Copies(model.subject(), () -> Graphs.CLASSIFIER.graph.apply(1));
        unavailable(
                () -> others.requireFaithful(BATCH),
                "ND4J's copy of the graph of 'tiny' computes another 'logits' than the graph itself");
        new Copies(model.subject()).requireFaithful(BATCH);
        assertThat(model.step(BATCH)).isPositive();
        model.close();
    }

    @Test
    void a_variable_that_the_loss_does_not_see_has_a_gradient_of_zeros() {
        Trainable model = with((graph, hidden) -> {
            graph.var("idle", Nd4j.ones(DataType.FLOAT, 2, 2)).mul(3);
            return hidden;
        });
        assertThat(model.gradients(BATCH, Mode.TRAINING)
                        .of(ParameterPath.of("idle"))
                        .toArray())
                .isEqualTo(ArrayTensor.ofFloats(Shape.of(2, 2), 0, 0, 0, 0));
        model.close();
    }

    @Test
    void a_graph_whose_loss_sees_no_variable_at_all_has_gradients_of_zeros() {
        Trainable model = with((graph, hidden) -> hidden);
        Trainable cut = trainable(graph -> {
            SDVariable hidden = Graphs.dense(graph, "only", Graphs.input(graph, "input", 4), 4, 3);
            return Graphs.classified(graph, hidden.castTo(DataType.INT32).castTo(DataType.FLOAT));
        });
        assertThat(model.gradients(BATCH, Mode.TRAINING).inputs()).containsOnlyKeys("input");
        unavailable(() -> cut.gradients(BATCH, Mode.TRAINING), "ND4J cannot differentiate");
        model.close();
        cut.close();
    }

    @Test
    void arrays_made_constant_are_frozen_and_numbers_in_formulas_are_no_parameters() {
        Trainable model = trainable(graph -> {
            SDVariable hidden = Graphs.dense(graph, "first", Graphs.input(graph, "input", 4), 4, 5);
            SDVariable scaled = hidden.mul(graph.constant("two", 2f));
            Graphs.classified(graph, Graphs.dense(graph, "second", scaled, 5, 3));
            graph.convertToConstant(graph.getVariable("first/w"));
            return graph;
        });
        assertThat(model.parameters())
                .extracting(parameter -> parameter.role() + " " + parameter.describe())
                .containsExactly(
                        "FROZEN first/w [4x5]",
                        "TRAINABLE first/b [1x5]",
                        "TRAINABLE second/w [5x3]",
                        "TRAINABLE second/b [1x3]");
        ParameterPath frozen = ParameterPath.of("first/w");
        ArrayTensor before = model.value(frozen).toArray();
        model.step(BATCH);
        assertThat(model.value(frozen).toArray()).isEqualTo(before);
        double loss = model.evaluate(BATCH, Mode.INFERENCE).loss();
        model.assign(frozen, before.map(value -> 3 * value));
        assertThat(model.evaluate(BATCH, Mode.INFERENCE).loss()).isNotEqualTo(loss);
        assertThat(model.gradients(BATCH, Mode.TRAINING).parameters()).hasSize(3);
        Differentiable twin = model.inDoublePrecision();
        new CentralDifferences(twin, BATCH, Mode.TRAINING).compare();
        model.close();
    }

    @Test
    void names_are_made_fit_for_paths() {
        Trainable model = trainable(graph -> Graphs.classified(
                graph, Graphs.dense(graph, "my layer//a", Graphs.input(graph, "input", 4), 4, 3)));
        assertThat(model.parameters())
                .extracting(parameter -> parameter.path().text())
                .containsExactly("my_layer/a/w", "my_layer/a/b");
        assertThat(model.step(BATCH)).isPositive();
        model.close();
    }

    @Test
    void activations_are_what_is_computed_on_the_way_to_the_outputs() {
        Trainable model =
                (Trainable) Graphs.CLASSIFIER.builder().build().factory().create(1, Device.cpu());
        assertThat(model.activations(BATCH, Mode.INFERENCE))
                .extracting(Activation::layer)
                .containsExactly("matmul", "add", "hidden", "matmul_1", "logits");
        assertThat(model.activations(BATCH, Mode.INFERENCE).get(4).value())
                .isEqualTo(model.predict(BATCH).first());
        model.close();
    }

    @Test
    void a_switch_named_as_that_of_keras_tells_training_from_inference() {
        Trainable model = with((graph, hidden) ->
                hidden.mul(graph.placeHolder("keras_learning_phase", DataType.BOOL)
                        .castTo(DataType.FLOAT)
                        .add(1)));
        double training = model.evaluate(BATCH, Mode.TRAINING).loss();
        double inference = model.evaluate(BATCH, Mode.INFERENCE).loss();
        assertThat(training).isNotEqualTo(inference);
        for (Mode mode : Mode.values()) {
            assertThat(model.gradients(BATCH, mode).loss())
                    .isEqualTo(mode == Mode.TRAINING ? training : inference);
        }
        assertThat(model.step(BATCH)).isEqualTo(training);
        unavailable(model::inDoublePrecision, "in UNKNOWN even in a double-precision graph");
        model.close();
    }
}
