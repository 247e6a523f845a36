package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.DigitsTestCase;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class VerdictTests {

    @BeforeEach
    void an_empty_ledger() {
        Ledger.clear();
    }

    @Test
    void a_violation_fails_the_test_with_the_whole_text() {
        Throwable thrown = weightsDiffer();

        assertThat(thrown).isInstanceOf(AssertionFailedError.class);
        ApprovedText.verify("violation", thrown.getMessage());
    }

    @Test
    void a_violation_carries_measured_and_allowed_for_a_diff() {
        AssertionFailedError error = (AssertionFailedError) weightsDiffer();

        assertThat(error.getExpected().getStringRepresentation()).isEqualTo("""
                        encoder/weight [4x4]  spread  > 1.000e-12
                        encoder/bias [4]  spread      > 1.000e-12""");
        assertThat(error.getActual().getStringRepresentation()).isEqualTo("""
                        encoder/weight [4x4]  spread  = 0
                        encoder/bias [4]  spread      = 0""");
    }

    @Test
    void the_first_frame_is_the_users() {
        Throwable thrown = weightsDiffer();

        assertThat(thrown.getStackTrace()[0].getClassName()).isEqualTo("com.acme.DigitsTestCase");
        assertThat(thrown.getStackTrace())
                .noneMatch(frame -> frame.getClassName().startsWith("dev.mltest"));
    }

    @Test
    void the_line_for_a_nested_class_can_be_pasted_into_a_shell() {
        Throwable thrown = Jupiter.thrown(Jupiter.run(DigitsTestCase.Pruned.class));

        assertThat(thrown)
                .hasMessageContaining(
                        "mvn test -Dtest='DigitsTestCase$Pruned#weights_differ' -Dmltest.seed=42");
    }

    @Test
    void a_plain_test_is_reproduced_by_a_seed() {
        Throwable thrown = Jupiter.thrown(
                Jupiter.runMethod(DigitsTestCase.class, "weights_differ_without_mltest"));

        assertThat(thrown)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("reproduce   .withSeed(42)");
    }

    @Test
    void what_could_not_be_examined_aborts_the_test() {
        EngineExecutionResults results = Jupiter.run(PredictorTestCase.class);

        results.testEvents().assertStatistics(counts -> counts.aborted(1).succeeded(0));
        assertThat(Jupiter.thrown(results))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage(
                        "gradients-are-there is not applicable to low: 'low' can only predict here:"
                                + " it has no loss and no gradients");
    }

    @Test
    void what_was_measured_is_reported_whatever_came_of_it() {
        List<Map<String, String>> entries =
                Jupiter.reportEntries(Jupiter.run(ReportTestCase.class));

        assertThat(entries).hasSize(3);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry).containsKeys("price", "seconds"))
                .anySatisfy(held -> assertThat(held)
                        .containsEntry("check", "weights-are-large")
                        .containsEntry("outcome", "held")
                        .containsEntry("seeds", "42")
                        .containsEntry("measured", "head/weight [1x4] min |w| = 1.375")
                        .containsEntry("allowed", "> 1")
                        .containsEntry("price", "1 F 0 B 0 S"))
                .anySatisfy(violated -> assertThat(violated)
                        .containsEntry("check", "weights-differ")
                        .containsEntry("outcome", "violated")
                        .containsEntry("measured", "encoder/weight [4x4] spread = 0")
                        .containsEntry("allowed", "> 1.000e-12"))
                .anySatisfy(missing -> assertThat(missing)
                        .containsEntry("check", "gradients-are-there")
                        .containsEntry("outcome", "not applicable")
                        .containsEntry(
                                "reason",
                                "'report' can only predict here: it has no loss and no"
                                        + " gradients")
                        .doesNotContainKey("measured"));
    }

    @Test
    void a_budget_that_is_spent_aborts_what_is_left() {
        EngineExecutionResults results = Jupiter.run(BudgetTestCase.class);

        results.testEvents().assertStatistics(counts -> counts.aborted(1));
        assertThat(Ledger.entries("glance")).hasSize(1);
        assertThat(Jupiter.thrown(results))
                .hasMessage(
                        "second is not applicable to budget: the budget of 0.02000 s was spent before"
                                + " 'second' could be asked");
    }

    @Test
    void a_device_that_is_not_there_aborts_the_test() {
        EngineExecutionResults results = Jupiter.run(DeviceTestCase.class);

        results.testEvents().assertStatistics(counts -> counts.aborted(1));
        assertThat(Jupiter.thrown(results))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("'device' cannot be put on gpu:1: this machine has no gpu:1");
        assertThat(Ledger.entries("test")).isEmpty();
    }

    @Test
    void a_device_that_is_required_but_not_there_is_a_configuration_error() {
        EngineExecutionResults results =
                Jupiter.run(DeviceTestCase.class, Map.of("mltest.device.required", "true"));

        assertThat(Jupiter.thrown(results))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: 'device' cannot be put on gpu:1: this machine has no gpu:1;"
                                + " run where the device is, or set mltest.device.required=false to have"
                                + " such tests aborted");
    }

    @Test
    void assertions_find_their_test_even_if_a_timeout_moved_it_to_another_thread() {
        Jupiter.run(TimeoutTestCase.class)
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(1));
        assertThat(Ledger.entries("glance")).containsExactly("glance at timeout under 9");
    }

    @Test
    void a_test_that_follows_is_not_taken_for_part_of_the_one_before() {
        Jupiter.run(SeededTestCase.class);

        Ledger.clear();
        assertThat(FakeModels.trainable("after")).passes(FakeChecks.held());

        assertThat(Ledger.entries("glance")).containsExactly("glance at after under 42");
    }

    private static Throwable weightsDiffer() {
        return Jupiter.thrown(
                Jupiter.runMethod(DigitsTestCase.class, "weights_differ", ModelUnderTest.class));
    }

    static class PredictorTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("low");
        }

        @MLTest
        void has_gradients(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.needingGradients());
        }
    }

    static class ReportTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("report");
        }

        @MLTest
        void first(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }

        @MLTest
        void second(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.violated());
        }

        @MLTest
        void third(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.needingGradients());
        }
    }

    static class BudgetTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("budget");
        }

        @MLTest(budget = "20ms")
        void takes_too_long(ModelUnderTest model) {
            assertThat(model)
                    .passes(FakeChecks.slow("first", 40))
                    .passes(FakeChecks.slow("second", 40));
        }
    }

    static class DeviceTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("device");
        }

        @MLTest(device = "gpu:1")
        void runs() {
            Ledger.add("test");
        }
    }

    static class TimeoutTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("timeout");
        }

        @MLTest(seed = 9)
        @Timeout(
                value = 10,
                unit = TimeUnit.SECONDS,
                threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void holds(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }
    }

    static class SeededTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("seeded");
        }

        @MLTest(seed = 9)
        void holds(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }
    }
}
