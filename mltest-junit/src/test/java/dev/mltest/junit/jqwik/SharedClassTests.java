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

import java.util.List;
import java.util.stream.IntStream;

/** Tests of both engines in one class, one after the other and at the same time. */
class SharedClassTests {

    @Test
    void a_class_may_hold_tests_of_both_engines() {
        assertThat(run()).satisfies(SharedClassTests::everything_succeeded);
    }

    @Test
    void both_engines_run_at_the_same_time() {
        List<TestExecutionSummary> all =
                IntStream.range(0, 6).parallel().mapToObj(i -> run()).toList();

        assertThat(all).hasSize(6).allSatisfy(SharedClassTests::everything_succeeded);
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
