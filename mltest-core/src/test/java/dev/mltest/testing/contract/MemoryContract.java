package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.Batch;
import dev.mltest.model.Trainable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Native memory is flat. */
interface MemoryContract extends Contract {

    /** Demanded: as long as a suite of a dozen checks may go on. */
    int ROUNDS = 1000;

    /**
     * From the first quarter of the rounds to the last, since allocators take their share first.
     * Large leaks only are seen by it; small ones are seen by the count of {@link #liveArrays}.
     */
    long MOST_GROWTH_MIB = 128;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void memory_is_flat_over_a_thousand_rounds_of_everything(Carrier carrier) {
        with(carrier, model -> {
            Batch large = arranged(carrier, enlarged(carrier.batch()));
            rounds(model, large, ROUNDS / 10);
            OptionalLong arrays = liveArrays();
            long before = ResidentMemory.outsideTheHeapMiB();
            List<Long> curve = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                rounds(model, large, ROUNDS / 4);
                curve.add(ResidentMemory.outsideTheHeapMiB() - before);
            }

            System.out.printf(
                    "%s, %s: %d MiB outside the heap, then every %d rounds %s MiB more, %s live arrays%n",
                    model.provenance().framework(), carrier, before, ROUNDS / 4, curve, arrays);
            assertThat(curve.get(3) - curve.get(0)).isLessThan(MOST_GROWTH_MIB);
            assertThat(liveArrays()).isEqualTo(arrays);
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void closed_models_give_back_what_they_held(Carrier carrier) {
        makeAndClose(carrier, 3);
        OptionalLong arrays = liveArrays();
        makeAndClose(carrier, 10);

        assertThat(liveArrays()).isEqualTo(arrays);
    }

    private void makeAndClose(Carrier carrier, int count) {
        for (int i = 0; i < count; i++) {
            with(carrier, model -> Round.withoutTrace(model, batch(carrier)));
        }
    }

    private static void rounds(Trainable model, Batch batch, int count) {
        for (int i = 0; i < count; i++) {
            model.scoped(() -> {
                Round.undone(model, batch);
                return batch;
            });
        }
    }

    /** So many examples that a leak of activations can be seen. */
    private static Batch enlarged(Batch batch) {
        return batch.rows(IntStream.range(0, 64).map(row -> row % batch.size()).toArray());
    }
}
