package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

class MemoryTest {

    private static final int ROUNDS = 1000;
    private static final int WARM_UP = 100;
    private static final long MOST_GROWTH_MIB = 128;

    @ParameterizedTest
    @EnumSource(
            value = Networks.class,
            names = {"MLP", "CNN", "LSTM", "PAIRS"})
    void a_thousand_rounds_of_everything_leave_nothing_behind(Networks given) {
        Trainable model = Models.trainable(given.network, given.batch);
        rounds(model, given.batch, WARM_UP);
        long before = Native.residentMiB();
        List<Long> curve = new ArrayList<>();

        for (int part = 0; part < 4; part++) {
            rounds(model, given.batch, ROUNDS / 4);
            curve.add(Native.residentMiB());
        }

        System.out.printf(
                "%s: %d MiB outside the heap, then every 250 rounds %s MiB%n",
                given, before, curve);
        assertThat(curve.get(3) - before).isLessThan(MOST_GROWTH_MIB);
        model.close();
    }

    private static void rounds(Trainable model, Batch batch, int count) {
        for (int i = 0; i < count; i++) {
            model.scoped(() -> round(model, batch));
        }
    }

    private static double round(Trainable model, Batch batch) {
        Snapshot snapshot = model.snapshot();
        model.step(batch);
        model.gradients(batch, Mode.TRAINING);
        model.gradients(batch, Mode.INFERENCE);
        model.evaluate(batch, Mode.TRAINING);
        model.lossOf(model.evaluate(batch, Mode.INFERENCE).outputs(), batch);
        model.predict(batch);
        model.activations(batch, Mode.TRAINING);
        model.restore(snapshot);
        double loss = model.step(batch);
        snapshot.close();
        return loss;
    }

    @Test
    void closed_models_give_back_parameters_and_updater_state() {
        Batch batch = Samples.classes(4, 256);
        makeAndClose(batch, 3);
        long before = Native.residentMiB();
        makeAndClose(batch, 30);
        long growth = Native.residentMiB() - before;
        System.out.printf("30 models of 1 M parameters with Adam and twin: %d MiB more%n", growth);
        assertThat(growth).isLessThan(MOST_GROWTH_MIB);
    }

    private static void makeAndClose(Batch batch, int count) {
        for (int i = 0; i < count; i++) {
            Trainable model = Models.trainable(Nets::wide, batch);
            Snapshot snapshot = model.snapshot();
            model.step(batch);
            model.restore(snapshot);
            model.inDoublePrecision().close();
            snapshot.close();
            model.close();
        }
    }
}
