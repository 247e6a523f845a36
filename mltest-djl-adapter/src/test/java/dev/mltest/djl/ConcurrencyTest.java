package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Mode;
import dev.mltest.model.Scope;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.ParameterValues;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(120)
@SuppressWarnings("try")
class ConcurrencyTest {

    private static final Batch BATCH = Samples.classes(6, 1, 6, 6);

    @Test
    void models_in_several_threads_go_the_way_they_go_alone() throws Exception {
        Map<String, ArrayTensor> alone = trained();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Map<String, ArrayTensor>>> futures = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                futures.add(threads.submit(ConcurrencyTest::trained));
            }
            for (Future<Map<String, ArrayTensor>> future : futures) {
                assertThat(future.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Twenty steps with dropout, with looks at the model in between. */
    private static Map<String, ArrayTensor> trained() {
        Trainable model = Models.trainable(Nets::cnn, BATCH);
        for (int i = 0; i < 20; i++) {
            try (Scope scope = model.openScope()) {
                model.step(BATCH);
                model.predict(BATCH);
                model.gradients(BATCH, Mode.TRAINING);
                Snapshot snapshot = model.snapshot();
                model.step(BATCH);
                model.restore(snapshot);
                snapshot.close();
            }
        }
        Map<String, ArrayTensor> values = ParameterValues.of(model);
        model.close();
        return values;
    }

    @Test
    @Tag("pytorch")
    void a_pass_in_any_thread_leaves_the_recording_of_graphs_as_it_was() throws Exception {
        Trainable model = Models.trainable(Nets::cnn, BATCH);
        for (boolean recording : new boolean[] {true, false}) {
            Thread thread = new Thread(() -> {
                JniUtils.setGradMode(recording);
                model.step(BATCH);
                try (Scope scope = model.openScope()) {
                    model.predict(BATCH);
                    model.evaluate(BATCH, Mode.TRAINING);
                    model.gradients(BATCH, Mode.TRAINING);
                }
                assertThat(JniUtils.isGradMode()).isEqualTo(recording);
            });
            List<Throwable> thrown = new ArrayList<>();
            thread.setUncaughtExceptionHandler((where, what) -> thrown.add(what));
            thread.start();
            thread.join();
            assertThat(thrown).isEmpty();
        }
        model.close();
    }

    @Test
    @Tag("pytorch")
    void no_graph_is_recorded_in_inference_nor_in_a_forward_pass_in_training_mode() {
        List<Boolean> recording = new ArrayList<>();
        Trainable model = Models.trainable(
                () -> new SequentialBlock().add(Nets.dense(3)).add(LambdaBlock.singleton(array -> {
                    recording.add(JniUtils.isGradMode());
                    return array;
                })),
                Samples.classes(6, 4));
        Batch batch = Samples.classes(6, 4);
        recording.clear();
        try (Scope scope = model.openScope()) {
            model.predict(batch);
            model.evaluate(batch, Mode.INFERENCE);
            model.evaluate(batch, Mode.TRAINING);
            model.activations(batch, Mode.TRAINING);
            assertThat(recording).containsExactly(false, false, false, false);
            model.gradients(batch, Mode.INFERENCE);
            model.step(batch);
            assertThat(recording).endsWith(true, true);
        }
        model.close();
    }

    @Test
    void after_an_exception_within_a_step_the_model_can_be_restored_and_trained_on() {
        AtomicBoolean broken = new AtomicBoolean();
        Trainable model = Models.trainable(() -> breaking(broken), BATCH);
        model.step(BATCH);
        Snapshot snapshot = model.snapshot();
        double expected = model.step(BATCH);
        model.restore(snapshot);

        broken.set(true);
        assertThatThrownBy(() -> model.step(BATCH)).hasMessage("broken on purpose");
        assertThatThrownBy(() -> model.gradients(BATCH, Mode.TRAINING))
                .hasMessage("broken on purpose");
        broken.set(false);

        try (GradientCollector free = Engine.getInstance().newGradientCollector()) {
            assertThat(free).isNotNull();
        }
        model.restore(snapshot);
        assertThat(model.step(BATCH)).isEqualTo(expected);
        snapshot.close();
        model.close();
    }

    @Test
    @Tag("pytorch")
    void an_exception_within_a_pass_leaves_the_recording_of_graphs_as_it_was() {
        AtomicBoolean broken = new AtomicBoolean();
        Trainable model = Models.trainable(() -> breaking(broken), BATCH);
        boolean recording = JniUtils.isGradMode();

        broken.set(true);
        assertThatThrownBy(() -> model.step(BATCH)).hasMessage("broken on purpose");
        assertThatThrownBy(() -> model.gradients(BATCH, Mode.TRAINING))
                .hasMessage("broken on purpose");

        assertThat(JniUtils.isGradMode()).isEqualTo(recording);
        model.close();
    }

    private static Block breaking(AtomicBoolean broken) {
        return new SequentialBlock().add(Nets.cnn()).add(outputs -> {
            if (broken.get()) {
                throw new IllegalStateException("broken on purpose");
            }
            return new NDList(outputs);
        });
    }

    @Test
    @Tag("pytorch")
    void a_collector_that_the_user_left_open_is_named() {
        Trainable model = Models.trainable(Nets::cnn, BATCH);
        try (GradientCollector open = Engine.getInstance().newGradientCollector()) {
            assertThatThrownBy(() -> model.step(BATCH))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("configuration: a GradientCollector is open elsewhere");
        }
        model.step(BATCH);
        model.close();
    }
}
