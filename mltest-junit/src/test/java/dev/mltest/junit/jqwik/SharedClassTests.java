package dev.mltest.junit.jqwik;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.relation.Transformations.permutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import dev.mltest.junit.MLTest;
import dev.mltest.junit.ModelTests;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import java.io.IOException;
import java.util.List;

/** Tests of both engines in one class, in one build and in two at the same time. */
class SharedClassTests {

    @Test
    void a_class_may_hold_tests_of_both_engines() {
        assertThat(run()).satisfies(SharedClassTests::everything_succeeded);
    }

    @Test
    void two_builds_run_at_the_same_time() throws IOException, InterruptedException {
        Process one = build();
        Process other = build();

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
    }

    /** In a process of its own, as surefire and Gradle fork it: jqwik takes one run a process. */
    private static Process build() throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        String classPath = System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(java, "-cp", classPath, SharedClassTests.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** One such run; fails, and exits with another status than 0, if a test of it does. */
    public static void main(String... arguments) {
        everything_succeeded(run());
    }

    private static void everything_succeeded(TestExecutionSummary summary) {
        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(4);
    }

    /** With both engines, and Jupiter's tests in parallel. */
    private static TestExecutionSummary run() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(selectClass(MixedTestCase.class))
                                .configurationParameter(
                                        "junit.jupiter.execution.parallel.enabled", "true")
                                .configurationParameter(
                                        "junit.jupiter.execution.parallel.mode.default",
                                        "concurrent")
                                .build(),
                        listener);
        return listener.getSummary();
    }

    static class MixedTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return ReferenceModel.regressor()
                    .layers(noise -> List.of(
                            Layers.featureMean("mean"),
                            Layers.dense("head", 1, 1, noise),
                            Layers.tanh("tanh")))
                    .build();
        }

        @Test
        void is_checked_in_a_plain_test() {
            assertThat(model()).isInvariantUnder(permutation(1));
        }

        @MLTest(seeds = 2)
        void is_checked_under_two_seeds(ModelUnderTest model) {
            assertThat(model).isInvariantUnder(permutation(1));
        }

        @Property(tries = 50)
        void is_checked_as_a_property(@ForAll("tables") Batch table) {
            assertThat(model()).over(table).isInvariantUnder(permutation(1));
        }

        @Provide
        Arbitrary<Batch> tables() {
            return MltestArbitraries.batches(ElementType.FLOAT32, ToyData.FEATURES);
        }
    }
}
