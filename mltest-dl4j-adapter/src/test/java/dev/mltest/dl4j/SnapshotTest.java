package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.ParameterValues;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class SnapshotTest {

    private static final Batch BATCH = Networks.MLP.batch;

    @ParameterizedTest
    @EnumSource(Networks.class)
    void what_follows_a_restore_is_to_the_bit_what_followed_the_snapshot(Networks given) {
        for (int before : new int[] {0, 3}) {
            Trainable model = Models.trainable(given.network, given.batch);
            repeats(model, given.batch, before);
            model.close();
        }
    }

    enum Updaters {
        SGD(new Sgd(0.1)),
        MOMENTUM(new Nesterovs(0.1, 0.9)),
        RMS_PROP(new RmsProp(0.01)),
        SCHEDULE(new Sgd(new ExponentialSchedule(ScheduleType.ITERATION, 0.1, 0.5)));

        private final IUpdater updater;

        Updaters(IUpdater updater) {
            this.updater = updater;
        }
    }

    @ParameterizedTest
    @EnumSource(Updaters.class)
    void updaters_and_schedules_come_back(Updaters given) {
        Trainable model = Models.trainable(seed -> Nets.mlp(Nets.conf(seed, given.updater)), BATCH);
        repeats(model, BATCH, 2);
        model.close();
    }

    private static void repeats(Trainable model, Batch batch, int before) {
        steps(model, batch, before);
        Map<String, ArrayTensor> then = ParameterValues.of(model);
        Snapshot snapshot = model.snapshot();
        List<Double> first = steps(model, batch, 5);
        Map<String, ArrayTensor> after = ParameterValues.of(model);

        for (int round = 0; round < 2; round++) {
            model.restore(snapshot);
            assertThat(ParameterValues.of(model)).isEqualTo(then);
            assertThat(steps(model, batch, 5)).isEqualTo(first);
            assertThat(ParameterValues.of(model)).isEqualTo(after);
        }
        snapshot.close();
        snapshot.close();
    }

    @ParameterizedTest
    @EnumSource(Networks.class)
    void looking_on_leaves_no_trace_in_a_training_run(Networks given) {
        Trainable undisturbed = Models.trainable(given.network, given.batch);
        List<Double> expected = steps(undisturbed, given.batch, 6);
        Trainable disturbed = Models.trainable(given.network, given.batch);
        List<Double> losses = new ArrayList<>(steps(disturbed, given.batch, 3));

        Snapshot snapshot = disturbed.snapshot();
        steps(disturbed, given.batch, 4);
        disturbed.evaluate(given.batch, Mode.TRAINING);
        disturbed.gradients(given.batch, Mode.TRAINING);
        disturbed.activations(given.batch, Mode.TRAINING);
        disturbed.restore(snapshot);
        snapshot.close();
        disturbed.predict(given.batch);
        disturbed.evaluate(given.batch, Mode.INFERENCE);
        disturbed.gradients(given.batch, Mode.INFERENCE);
        disturbed.activations(given.batch, Mode.INFERENCE);
        disturbed.lossOf(disturbed.predict(given.batch), given.batch);
        disturbed.inDoublePrecision().close();
        Nd4j.getRandom().setSeed(77);

        losses.addAll(steps(disturbed, given.batch, 3));
        assertThat(losses).isEqualTo(expected);
        assertThat(ParameterValues.of(disturbed)).isEqualTo(ParameterValues.of(undisturbed));
        undisturbed.close();
        disturbed.close();
    }

    @Test
    void noise_depends_on_the_seed_and_moves_on() {
        Networks given = Networks.CNN;
        Trainable model = Models.trainable(given.network, given.batch);
        model.seed(1);
        double first = model.evaluate(given.batch, Mode.TRAINING).loss();
        double second = model.evaluate(given.batch, Mode.TRAINING).loss();
        model.seed(1);
        assertThat(model.evaluate(given.batch, Mode.TRAINING).loss()).isEqualTo(first);
        assertThat(second).isNotEqualTo(first);
        model.seed(2);
        assertThat(model.evaluate(given.batch, Mode.TRAINING).loss()).isNotEqualTo(first);
        model.close();
    }

    @Test
    void the_generator_of_the_thread_stays_where_it_is() {
        Networks given = Networks.CNN;
        Nd4j.getRandom().setSeed(5);
        long root = Nd4j.getRandom().rootState();
        long node = Nd4j.getRandom().nodeState();
        Trainable model = Models.trainable(given.network, given.batch);
        steps(model, given.batch, 2);
        model.seed(8);
        model.inDoublePrecision().close();
        model.close();
        assertThat(Nd4j.getRandom().rootState()).isEqualTo(root);
        assertThat(Nd4j.getRandom().nodeState()).isEqualTo(node);
    }

    @ParameterizedTest
    @EnumSource(Networks.class)
    void a_twin_goes_on_from_the_same_count_of_updates(Networks given) {
        Trainable model = Models.trainable(given.network, given.batch);
        steps(model, given.batch, 5);
        Differentiable twin = model.inDoublePrecision();
        Differentiable second = twin.inDoublePrecision();
        for (Differentiable copy : List.of(twin, second)) {
            Subject subject = ((Dl4jPredictor) copy).subject();
            assertThat(subject.network().counters()).isEqualTo(new Network.Counters(5, 0));
            assertThat(copy.parameters())
                    .extracting(p -> p.path().text())
                    .containsExactlyElementsOf(ParameterValues.of(model).keySet());
            copy.close();
        }
        steps(model, given.batch, 1);
        model.close();
    }

    @Test
    void a_snapshot_of_another_model_is_refused() {
        Trainable one = Models.trainable(Nets::mlp, BATCH);
        Trainable other = Models.trainable(Nets::mlp, BATCH);
        assertThatThrownBy(() -> other.restore(one.snapshot()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this snapshot was not taken from tiny");
        one.close();
        other.close();
    }

    private static List<Double> steps(Trainable model, Batch batch, int count) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            losses.add(model.step(batch));
        }
        return losses;
    }
}
