package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;
import dev.mltest.model.Shape;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.CentralDifferences;

import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

class SameDiffRolesTest {

    private static final Batch BATCH = Graphs.CLASSIFIER.batch;

    private static Predictor made(Consumer<SameDiff> change, String... outputs) {
        return made(changed(change), BATCH, outputs);
    }

    private static LongFunction<SameDiff> changed(Consumer<SameDiff> change) {
        return seed -> {
            SameDiff graph = Graphs.CLASSIFIER.graph.apply(seed);
            change.accept(graph);
            return graph;
        };
    }

    private static Predictor made(LongFunction<SameDiff> graph, Batch batch, String... outputs) {
        return Graphs.builder(graph, batch)
                .outputs(outputs)
                .build()
                .factory()
                .create(1, Device.cpu());
    }

    private static void refused(Consumer<SameDiff> change, String message, String... outputs) {
        assertThatThrownBy(() -> made(change, outputs))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("configuration: model 'tiny': ")
                .hasMessageContaining(message);
    }

    private static TrainingConfig mapping(String feature, String label) {
        return Graphs.config()
                .dataSetFeatureMapping(feature)
                .dataSetLabelMapping(label)
                .build();
    }

    @Test
    void the_output_is_where_the_targets_come_in_or_what_is_named() {
        assertThat(made(graph -> {}).predict(BATCH).names()).containsExactly("logits");
        assertThat(made(graph -> {}, "hidden").predict(BATCH).names()).containsExactly("hidden");
        assertThat(made(graph -> graph.setOutputs("hidden")).predict(BATCH).names())
                .containsExactly("hidden");
        refused(graph -> {}, "the output 'logit' is no variable of the graph; there is [", "logit");
        refused(
                graph -> {},
                "[loss] is computed from the placeholder [label], which only the inputs of a batch can fill",
                "loss");
        assertThatThrownBy(() -> made(Graphs.PAIRS.graph, Graphs.PAIRS.batch))
                .hasMessageContaining(
                        "which variables are the outputs? Write .outputs(...) or sd.setOutputs(...); there is [")
                .hasMessageContaining("logits");
    }

    @Test
    void the_output_of_a_loss_put_together_by_hand_has_to_be_named() {
        LongFunction<SameDiff> graph = seed -> {
            SameDiff made = SameDiff.create();
            SDVariable logits = Graphs.dense(made, "only", Graphs.input(made, "input", 4), 4, 3);
            SDVariable scores = made.nn.logSoftmax(logits.rename("logits"));
            Graphs.input(made, "label", 3).mul(scores).sum(1).mean().neg().rename("loss");
            made.setLossVariables("loss");
            made.setTrainingConfig(Graphs.config().build());
            return made;
        };
        assertThatThrownBy(() -> made(graph, BATCH))
                .hasMessageContaining("which variables are the outputs?");
        Trainable model = (Trainable) made(graph, BATCH, "logits");
        assertThat(model.lossOf(model.predict(BATCH), BATCH))
                .isCloseTo(model.evaluate(BATCH, Mode.INFERENCE).loss(), within(1e-6));
        new CentralDifferences(model.inDoublePrecision(), BATCH, Mode.INFERENCE).compare();
        model.close();
    }

    @Test
    void placeholders_that_the_graph_does_not_have_are_named() {
        refused(
                graph -> graph.setTrainingConfig(mapping("inptu", "label")),
                "the TrainingConfig maps data to 'inptu', which is no placeholder of the graph; it has [input, label]",
                "logits");
        refused(
                graph -> graph.setTrainingConfig(mapping("input", "logits")),
                "maps data to 'logits', which is no placeholder");
        refused(
                graph -> graph.setTrainingConfig(mapping("label", "input")),
                "[logits] is computed from the placeholder [input]",
                "logits");
    }

    @Test
    void a_graph_without_a_training_configuration_is_bound_by_what_it_computes() {
        Predictor model = made(graph -> graph.setTrainingConfig(null), "logits");
        assertThat(model).isInstanceOf(Differentiable.class).isNotInstanceOf(Trainable.class);
        Evaluation expected = Graphs.CLASSIFIER.trainable().evaluate(BATCH, Mode.INFERENCE);
        Differentiable same = (Differentiable)
                Graphs.builder(changed(graph -> graph.setTrainingConfig(null)), BATCH)
                        .outputs("logits")
                        .build()
                        .factory()
                        .create(Models.SEED, Device.cpu());
        assertThat(same.evaluate(BATCH, Mode.INFERENCE)).isEqualTo(expected);
        assertThat(same.gradients(BATCH, Mode.INFERENCE).parameters()).hasSize(4);
        new CentralDifferences(same.inDoublePrecision(), BATCH, Mode.INFERENCE).compare();
    }

    @Test
    void several_placeholders_without_a_training_configuration_are_bound_by_name() {
        LongFunction<SameDiff> graph = seed -> {
            SameDiff made = Graphs.PAIRS.graph.apply(seed);
            made.setTrainingConfig(null);
            return made;
        };
        Batch pairs = Graphs.PAIRS.batch;
        Differentiable model = (Differentiable) made(graph, pairs, "logits", "estimate");
        assertThatThrownBy(() -> model.evaluate(pairs, Mode.INFERENCE))
                .hasMessage(
                        "configuration: model 'tiny': the graph takes the inputs [a, b], but the batch has [left, right]; name its tensors as the placeholders");
        NamedTensors named =
                NamedTensors.of("b", pairs.input("right")).with("a", pairs.input("left"));
        Differentiable trained =
                (Differentiable) made(Graphs.PAIRS.graph, pairs, "logits", "estimate");
        assertThat(model.evaluate(pairs.withInputs(named), Mode.INFERENCE))
                .isEqualTo(trained.evaluate(pairs, Mode.INFERENCE))
                .isEqualTo(trained.evaluate(pairs.withInputs(named), Mode.INFERENCE));
    }

    @Test
    void a_graph_without_a_loss_only_predicts() {
        LongFunction<SameDiff> graph = seed -> {
            SameDiff made = SameDiff.create();
            made.math.tanh("out", Graphs.dense(made, "only", Graphs.input(made, "x", 4), 4, 2));
            return made;
        };
        Predictor model = made(graph, BATCH);
        assertThat(model).isNotInstanceOf(Differentiable.class).hasToString("tiny");
        assertThat(model.predict(BATCH).get("out").shape()).isEqualTo(Shape.of(6, 2));
        refused(
                changing -> changing.setLossVariables(new String[0]),
                "the graph has a TrainingConfig, but no loss variable");
    }

    @Test
    void data_that_does_not_fit_is_named() {
        Trainable model = (Trainable) made(graph -> {});
        Batch unlabelled = new Batch(BATCH.inputs(), NamedTensors.none());
        assertThat(model.predict(unlabelled)).isEqualTo(model.predict(BATCH));
        assertThatThrownBy(() -> model.step(unlabelled))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: model 'tiny': the graph takes the targets [label], but the batch has []; name its tensors as the placeholders");
        assertThatThrownBy(() -> model.predict(Samples.classes(6, 5)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: model 'tiny': the placeholder 'input' takes [-1, 4], but the batch brings [6x5]");
        assertThatThrownBy(() -> model.step(Samples.pairs(6)))
                .hasMessageContaining(
                        "the graph takes the targets [label], but the batch has [kind, size]");
        assertThat(model.step(BATCH)).isPositive();
        model.close();
    }

    @Test
    void what_fails_in_nd4j_is_reported_with_the_batch() {
        LongFunction<SameDiff> graph = seed -> {
            SameDiff made = SameDiff.create();
            Graphs.input(made, "x", 4).reshape(3, 8).mul("out", 2);
            return made;
        };
        Predictor model = made(graph, BATCH);
        assertThat(model.predict(BATCH).get("out").shape()).isEqualTo(Shape.of(3, 8));
        assertThatThrownBy(() -> model.predict(BATCH.firstRows(5)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "configuration: model 'tiny' does not run on a batch of inputs [input [5x4]] and targets [target [5x3]]: ");
    }

    @Test
    void nan_stays_nan() {
        Trainable model = (Trainable) made(graph -> {});
        ArrayTensor nan = BATCH.input("input").map(value -> Double.NaN);
        Batch poisoned = BATCH.withInputs(NamedTensors.of("input", nan));
        assertThat(model.predict(poisoned).get("logits").summary().nonFinite()).isEqualTo(18);
        assertThat(model.evaluate(poisoned, Mode.INFERENCE).loss()).isNaN();
        assertThat(model.step(poisoned)).isNaN();
        assertThatThrownBy(() -> model.lossOf(model.predict(poisoned), poisoned))
                .isInstanceOf(NotAvailableException.class);
        model.close();
    }

    @Test
    void one_and_the_same_object_twice_is_refused() {
        SameDiff graph = Graphs.CLASSIFIER.graph.apply(1);
        refusesTheSecond(seed -> graph, "one and the same SameDiff graph twice");
        TrainingConfig config = Graphs.config().build();
        refusesTheSecond(
                changed(made -> made.setTrainingConfig(config)),
                "one and the same TrainingConfig twice");
        assertThatThrownBy(() -> made(seed -> null, BATCH))
                .hasMessageContaining("the factory returned null; make it return a SameDiff");
    }

    private static void refusesTheSecond(LongFunction<SameDiff> graph, String message) {
        ModelFactory factory = Graphs.builder(graph, BATCH).build().factory();
        factory.create(1, Device.cpu());
        assertThatThrownBy(() -> factory.create(2, Device.cpu()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void masks_fill_the_placeholders_they_are_mapped_to() {
        Batch masked = new Batch(
                BATCH.inputs(),
                BATCH.targets(),
                NamedTensors.of("target", ArrayTensor.ofFloats(Shape.of(6, 1), 1, 1, 1, 0, 0, 0)));
        Trainable model = (Trainable) made(SameDiffRolesTest::masked, masked, "logits");
        Trainable plain = (Trainable) made(graph -> {});
        assertThat(model.evaluate(masked, Mode.INFERENCE).loss())
                .isCloseTo(plain.evaluate(BATCH.firstRows(3), Mode.INFERENCE).loss(), within(1e-6));
        assertThat(model.step(masked)).isPositive();
        assertThatThrownBy(() -> model.evaluate(BATCH, Mode.INFERENCE))
                .hasMessageContaining(
                        "for 'target' the batch has no mask, but the graph takes one");
        assertThatThrownBy(() -> plain.evaluate(masked, Mode.INFERENCE))
                .hasMessageContaining(
                        "for 'target' the batch has a mask, but the graph takes none");
    }

    private static SameDiff masked(long seed) {
        SameDiff graph = SameDiff.create();
        SDVariable hidden = graph.math.tanh(
                Graphs.dense(graph, "first", Graphs.input(graph, "input", 4), 4, 5));
        SDVariable logits = Graphs.dense(graph, "second", hidden, 5, 3).rename("logits");
        SDVariable mask = Graphs.input(graph, "mask", 1);
        graph.loss.softmaxCrossEntropy(
                "loss", Graphs.input(graph, "label", 3), logits, mask.reshape(-1));
        graph.setTrainingConfig(Graphs.config().dataSetLabelMaskMapping("mask").build());
        return graph;
    }

    @Test
    void classes_by_number_reach_an_integer_placeholder() {
        LongFunction<SameDiff> graph = seed -> {
            SameDiff made = SameDiff.create();
            SDVariable logits = Graphs.dense(made, "only", Graphs.input(made, "input", 4), 4, 3);
            SDVariable label = made.placeHolder("label", DataType.INT32, -1);
            made.loss.sparseSoftmaxCrossEntropy("loss", logits, label);
            made.setTrainingConfig(Graphs.config().build());
            return made;
        };
        Batch batch = Batch.of(
                BATCH.input("input"),
                ArrayTensor.of(ElementType.INT64, Shape.of(6), 0, 1, 2, 0, 1, 2));
        Trainable model = (Trainable) made(graph, batch);
        Evaluation evaluation = model.evaluate(batch, Mode.INFERENCE);
        assertThat(evaluation.loss()).isBetween(0.3, 12.0);
        new CentralDifferences(model.inDoublePrecision(), batch, Mode.INFERENCE).compare();
        assertThat(List.of(model.lossOf(evaluation.outputs(), batch)))
                .allSatisfy(loss -> assertThat(loss).isCloseTo(evaluation.loss(), within(1e-6)));
        assertThat(model.step(batch)).isEqualTo(evaluation.loss());
    }
}
