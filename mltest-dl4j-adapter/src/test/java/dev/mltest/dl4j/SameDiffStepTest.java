package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Device;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.CentralDifferences;
import dev.mltest.testing.contract.ParameterValues;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class SameDiffStepTest {

    private static final int STEPS = 5;

    @ParameterizedTest
    @EnumSource(Graphs.class)
    void steps_move_parameters_to_the_bit_as_fit_does(Graphs given) {
        Nd4j.getRandom().setSeed(Models.SEED);
        SameDiff plain = given.graph.apply(Models.SEED);
        for (int i = 0; i < STEPS; i++) {
            plain.fit(data(given));
        }
        Trainable model = given.trainable();
        for (int i = 0; i < STEPS; i++) {
            model.step(given.batch);
        }
        Map<String, ArrayTensor> states = ParameterValues.of(model);
        assertThat(new TreeMap<>(states)).isEqualTo(variables(plain));
        model.close();
    }

    private static MultiDataSet data(Graphs given) {
        Feed feed = EvaluationTest.feed(given.batch);
        return new MultiDataSet(feed.inputs(), feed.targets());
    }

    private static Map<String, ArrayTensor> variables(SameDiff graph) {
        Map<String, ArrayTensor> values = new TreeMap<>();
        for (SDVariable variable : graph.variables()) {
            if (variable.getVariableType() == VariableType.VARIABLE) {
                values.put(variable.name(), HeapValues.of(variable.getArr()));
            }
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(Graphs.class)
    void a_step_answers_with_the_data_loss_before_the_update(Graphs given) {
        Trainable model = given.trainable();
        model.seed(3);
        double before = model.evaluate(given.batch, Mode.TRAINING).loss();
        model.seed(3);
        assertThat(model.step(given.batch)).isEqualTo(before).isPositive();
        model.seed(3);
        assertThat(model.step(given.batch)).isNotCloseTo(before, within(1e-6));
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Graphs.class)
    void a_step_of_plain_descent_is_the_gradient(Graphs given) {
        Trainable model = (Trainable) Graphs.builder(
                        seed -> {
                            SameDiff graph = given.graph.apply(seed);
                            TrainingConfig config = graph.getTrainingConfig();
                            config.setUpdater(new Sgd(1));
                            config.setRegularization(List.of());
                            return graph;
                        },
                        given.batch)
                .outputs(given.outputs())
                .build()
                .factory()
                .create(1, Device.cpu());
        Map<String, ArrayTensor> before = ParameterValues.of(model);
        model.seed(1);
        Gradients gradients = model.gradients(given.batch, Mode.TRAINING);
        model.seed(1);
        model.step(given.batch);
        Map<String, ArrayTensor> after = ParameterValues.of(model);
        gradients
                .parameters()
                .forEach((path, gradient) -> assertThat(before.get(path.text())
                                .plusScaled(after.get(path.text()), -1)
                                .toDoubles())
                        .containsExactly(gradient.toArray().toDoubles(), within(1e-6)));
        model.close();
    }

    enum Updaters {
        SGD(new Sgd(0.1)),
        MOMENTUM(new Nesterovs(0.1, 0.9)),
        ADA_GRAD(new AdaGrad(0.1)),
        SCHEDULE(new Sgd(new ExponentialSchedule(ScheduleType.ITERATION, 0.1, 0.5)));

        private final IUpdater updater;

        Updaters(IUpdater updater) {
            this.updater = updater;
        }
    }

    @ParameterizedTest
    @EnumSource(Updaters.class)
    void updaters_and_schedules_come_back(Updaters given) {
        Trainable model = (Trainable) Graphs.builder(
                        seed -> {
                            SameDiff graph = Graphs.CLASSIFIER.graph.apply(seed);
                            graph.setTrainingConfig(
                                    Graphs.config().updater(given.updater).build());
                            return graph;
                        },
                        Graphs.CLASSIFIER.batch)
                .build()
                .factory()
                .create(1, Device.cpu());
        repeats(model, Graphs.CLASSIFIER, 0);
        repeats(model, Graphs.CLASSIFIER, 2);
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Graphs.class)
    void what_follows_a_restore_is_to_the_bit_what_followed_the_snapshot(Graphs given) {
        for (int before : new int[] {0, 3}) {
            Trainable model = given.trainable();
            repeats(model, given, before);
            model.close();
        }
    }

    private static void repeats(Trainable model, Graphs given, int before) {
        steps(model, given, before);
        Map<String, ArrayTensor> then = ParameterValues.of(model);
        Snapshot snapshot = model.snapshot();
        List<Double> first = steps(model, given, STEPS);
        Map<String, ArrayTensor> after = ParameterValues.of(model);
        for (int round = 0; round < 2; round++) {
            model.restore(snapshot);
            assertThat(ParameterValues.of(model)).isEqualTo(then);
            assertThat(steps(model, given, STEPS)).isEqualTo(first);
            assertThat(ParameterValues.of(model)).isEqualTo(after);
        }
        snapshot.close();
        snapshot.close();
    }

    @ParameterizedTest
    @EnumSource(Graphs.class)
    void looking_on_leaves_no_trace_in_a_training_run(Graphs given) {
        Trainable undisturbed = given.trainable();
        List<Double> expected = steps(undisturbed, given, 6);
        Trainable disturbed = given.trainable();
        List<Double> losses = new ArrayList<>(steps(disturbed, given, 3));

        Snapshot snapshot = disturbed.snapshot();
        steps(disturbed, given, 2);
        disturbed.gradients(given.batch, Mode.TRAINING);
        disturbed.restore(snapshot);
        snapshot.close();
        disturbed.predict(given.batch);
        disturbed.evaluate(given.batch, Mode.INFERENCE);
        disturbed.gradients(given.batch, Mode.INFERENCE);
        disturbed.activations(given.batch, Mode.INFERENCE);
        disturbed.lossOf(disturbed.predict(given.batch), given.batch);
        if (given != Graphs.NOISY) {
            disturbed.inDoublePrecision().close();
        }
        Nd4j.getRandom().setSeed(77);

        losses.addAll(steps(disturbed, given, 3));
        assertThat(losses).isEqualTo(expected);
        assertThat(ParameterValues.of(disturbed)).isEqualTo(ParameterValues.of(undisturbed));
        undisturbed.close();
        disturbed.close();
    }

    @Test
    void the_same_seed_makes_the_same_weights_and_another_seed_others() {
        Trainable one = Graphs.CLASSIFIER.trainable();
        Nd4j.getRandom().setSeed(99);
        Trainable same = Graphs.CLASSIFIER.trainable();
        Trainable other = (Trainable)
                Graphs.CLASSIFIER.builder().build().factory().create(Models.SEED + 1, Device.cpu());
        assertThat(ParameterValues.of(same)).isEqualTo(ParameterValues.of(one));
        assertThat(ParameterValues.of(other)).isNotEqualTo(ParameterValues.of(one));
        one.close();
        same.close();
        other.close();
    }

    @Test
    void random_operations_draw_in_both_modes_and_follow_the_seed() {
        Graphs given = Graphs.NOISY;
        Trainable model = given.trainable();
        for (Mode mode : Mode.values()) {
            model.seed(1);
            double first = model.evaluate(given.batch, mode).loss();
            assertThat(model.evaluate(given.batch, mode).loss()).isNotEqualTo(first);
            model.seed(1);
            assertThat(model.evaluate(given.batch, mode).loss()).isEqualTo(first);
        }
        assertThat(model.predict(given.batch)).isNotEqualTo(model.predict(given.batch));
        model.close();
    }

    @Test
    void a_global_data_type_other_than_the_graph_s_changes_nothing() {
        Graphs given = Graphs.CLASSIFIER;
        Trainable expected = given.trainable();
        List<Double> losses = steps(expected, given, 3);
        DataType before = Nd4j.defaultFloatingPointType();
        try {
            Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
            Trainable model = given.trainable();
            assertThat(steps(model, given, 3)).isEqualTo(losses);
            new CentralDifferences(model.inDoublePrecision(), given.batch, Mode.INFERENCE)
                    .compare();
            model.close();
        } finally {
            Nd4j.setDefaultDataTypes(before, before);
        }
        expected.close();
    }

    @Test
    void a_snapshot_of_another_model_is_refused() {
        Trainable one = Graphs.CLASSIFIER.trainable();
        Trainable other = Graphs.CLASSIFIER.trainable();
        assertThatThrownBy(() -> other.restore(one.snapshot()))
                .hasMessage("this snapshot was not taken from tiny");
        one.close();
        other.close();
    }

    private static List<Double> steps(Trainable model, Graphs given, int count) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            losses.add(model.step(given.batch));
        }
        return losses;
    }
}
