package dev.mltest.library.independence;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mltest.check.Check;
import dev.mltest.check.Measurement;
import dev.mltest.evidence.ConcurrencyEvidence;
import dev.mltest.experiment.Concurrency;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConcurrentService;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

class ConcurrentPredictionsAgreeTest {

    private static final int CRASH = 134;

    private final Check check = new ConcurrentPredictionsAgree();

    @Test
    void holds_where_every_call_has_arrays_of_its_own() {
        assertThat(held(judge(check, new Sound().get())).note())
                .isEqualTo("2560 predictions were compared");
    }

    @Test
    void catches_a_buffer_that_all_threads_write_to() {
        assertThat(violated(judge(check, new SharedBuffer().get())).violations())
                .extracting(Measurement::locus, Measurement::quantity)
                .containsExactly(tuple("service", "predictions that differ"));
    }

    @Test
    void catches_what_throws_when_it_is_busy() {
        assertThat(failure(judge(check, new Busy().get())))
                .contains("the first exception: java.lang.IllegalStateException: busy");
    }

    @Test
    void catches_what_takes_the_process_down() {
        Approved.verify(
                "concurrent-predictions-agree.break-down", failure(judge(check, new Down().get())));
    }

    @Test
    void predictions_that_never_repeat_decide_nothing() {
        assertThat(reason(judge(check, new Noisy().get())))
                .startsWith("predictions of one thread differ from one to the next by");
    }

    @Test
    void a_service_that_never_works_is_a_mistake() {
        assertThatThrownBy(() -> judge(check, new Never().get()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not even predict in one thread")
                .hasMessageContaining("not today");
    }

    @Test
    void without_a_service_there_is_nothing_to_share() {
        assertThat(reason(judge(check, ReferenceModel.regressor())))
                .isEqualTo("no service for several threads is declared; write"
                        + " .servesConcurrently(seed -> new DigitsService(seed))");
    }

    @Test
    void threads_that_never_end_are_a_violation_and_so_is_nothing_asked() {
        violated(judge(check, written(100, 3)));
        violated(judge(check, written(0, 0)));
        held(judge(check, written(100, 0)));
    }

    private static WrittenEvidence written(long asked, int unfinished) {
        return WrittenEvidence.about(Task.regression())
                .with(
                        new Concurrency(),
                        new ConcurrencyEvidence(
                                4, 8, asked, asked, 0, 0, 0, 1e-6, 0, "", unfinished, 0, ""));
    }

    private static ModelUnderTest described(
            Class<? extends Supplier<ModelUnderTest>> by,
            Function<ConcurrentService, ConcurrentService> service) {
        ReferenceModel model = ReferenceModel.regressor();
        return model.builder()
                .rebuiltBy(by)
                .servesConcurrently(seed -> service.apply(
                        batch -> ReferenceModel.regressor().network(seed).predict(batch)))
                .build();
    }

    static final class Sound implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(getClass(), service -> service);
        }
    }

    static final class SharedBuffer implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            Batch[] buffer = new Batch[1];
            return described(getClass(), service -> batch -> {
                buffer[0] = batch;
                Thread.yield();
                return service.predict(buffer[0]);
            });
        }
    }

    static final class Busy implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return alone(getClass(), () -> {
                throw new IllegalStateException("busy");
            });
        }
    }

    static final class Down implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return alone(getClass(), () -> {
                System.out.println("a fatal error has been detected");
                Runtime.getRuntime().halt(CRASH);
            });
        }
    }

    /** Two threads inside at once make it fail. */
    private static ModelUnderTest alone(
            Class<? extends Supplier<ModelUnderTest>> by, Runnable failing) {
        AtomicInteger inside = new AtomicInteger();
        return described(by, service -> batch -> {
            try {
                if (inside.incrementAndGet() > 1) {
                    failing.run();
                }
                Thread.yield();
                return service.predict(batch);
            } finally {
                inside.decrementAndGet();
            }
        });
    }

    static final class Noisy implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(getClass(), service -> batch -> {
                ArrayTensor output = service.predict(batch).first().toArray();
                return NamedTensors.of(
                        "output",
                        output.map(x -> x + ThreadLocalRandom.current().nextDouble()));
            });
        }
    }

    static final class Never implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(getClass(), service -> batch -> {
                throw new IllegalStateException("not today");
            });
        }
    }
}
