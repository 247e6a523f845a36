package dev.mltest.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.NotAvailableException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two models in two threads do not disturb each other. */
interface ThreadsContract extends Contract {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void models_in_two_threads_go_the_way_they_go_alone(Carrier carrier) {
        List<Map<String, ArrayTensor>> alone = List.of(trained(carrier, 1), trained(carrier, 2));

        assertThat(together(carrier)).isEqualTo(alone);
    }

    private List<Map<String, ArrayTensor>> together(Carrier carrier) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Map<String, ArrayTensor>> first = threads.submit(() -> trained(carrier, 1));
            Future<Map<String, ArrayTensor>> second = threads.submit(() -> trained(carrier, 2));
            return List.of(result(first), result(second));
        } finally {
            threads.shutdown();
        }
    }

    /** Ten steps, with looks at the model in between. */
    private Map<String, ArrayTensor> trained(Carrier carrier, long seed) {
        List<Map<String, ArrayTensor>> values = new ArrayList<>();
        Contract.with(model(carrier), seed, model -> {
            for (int i = 0; i < 10; i++) {
                model.step(batch(carrier));
                Round.withoutTrace(model, batch(carrier));
            }
            values.add(ParameterValues.of(model));
        });
        return values.get(0);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof NotAvailableException reason) {
                throw reason;
            }
            throw new AssertionError("a thread failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
