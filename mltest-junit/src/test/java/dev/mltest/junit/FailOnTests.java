package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Outcome;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.Reported;
import dev.mltest.report.VerdictFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class FailOnTests {

    private static final Map<String, String> NEVER = Map.of("mltest.fail-on", "never");

    @Test
    void by_default_a_violation_fails_the_test() {
        assertThat(Jupiter.thrown(Jupiter.run(ViolatedTestCase.class)))
                .isInstanceOf(AssertionFailedError.class);
        assertThat(Jupiter.thrown(
                        Jupiter.run(ViolatedTestCase.class, Map.of("mltest.fail-on", "any"))))
                .isInstanceOf(AssertionFailedError.class);
    }

    @Test
    void with_never_it_aborts_the_test_in_the_same_words() {
        String failure = Jupiter.thrown(Jupiter.run(ViolatedTestCase.class)).getMessage();

        EngineExecutionResults results = Jupiter.run(ViolatedTestCase.class, NEVER);

        results.testEvents()
                .assertStatistics(counts -> counts.aborted(1).failed(0).succeeded(0));
        assertThat(Jupiter.thrown(results))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("violated; with mltest.fail-on=never that does not fail the test\n\n"
                        + failure);
    }

    @Test
    void what_is_recorded_is_a_violation_all_the_same(@TempDir Path directory) {
        Jupiter.run(
                ViolatedTestCase.class,
                Map.of("mltest.fail-on", "never", "mltest.evidence", directory.toString()));

        List<Reported> verdicts = VerdictFile.read(
                directory.resolve(ViolatedTestCase.class.getName() + ".verdicts.json"));
        assertThat(verdicts)
                .hasSize(1)
                .allMatch(verdict -> verdict.report().outcome() instanceof Outcome.Violated);
    }

    @Test
    void soft_assertions_do_the_same_once_all_is_examined() {
        EngineExecutionResults results = Jupiter.run(SoftTestCase.class, NEVER);

        results.testEvents().assertStatistics(counts -> counts.aborted(1).failed(0));
        assertThat(Jupiter.thrown(results))
                .hasMessageContaining("violated; with mltest.fail-on=never")
                .hasMessageContaining("gradients-are-there is not applicable");
    }

    @Test
    void what_is_no_verdict_about_a_model_fails_all_the_same() {
        Jupiter.run(OtherwiseTestCase.class, NEVER)
                .testEvents()
                .assertStatistics(counts -> counts.started(3).failed(3));
    }

    static class ViolatedTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("crooked");
        }

        @MLTest
        void is_violated(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.violated());
        }
    }

    static class SoftTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("crooked");
        }

        @MLTest
        void is_violated(ModelUnderTest model) {
            ModelSoftAssertions softly = new ModelSoftAssertions();
            softly.assertThat(model)
                    .passes(FakeChecks.violated())
                    .passes(FakeChecks.needingGradients());
            softly.assertAll();
        }
    }

    static class OtherwiseTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("crooked");
        }

        @MLTest
        void expects_something_else(ModelUnderTest model) {
            assertThat(model).report(FakeChecks.violated()).isNotApplicable();
        }

        @MLTest
        void compares_numbers(ModelUnderTest model) {
            assertThat(model.name()).isEqualTo("straight");
        }

        /** Nobody records what is found out here. */
        @Test
        void is_no_test_of_mltest() {
            assertThat(FakeModels.trainable("other")).passes(FakeChecks.violated());
        }
    }
}
