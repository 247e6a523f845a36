package dev.mltest.junit.jqwik;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.junit.ApprovedText;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Transformation;
import dev.mltest.relation.Transformations;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

import java.util.List;
import java.util.stream.Stream;

/** What a property tells that does not hold, and one that could never be examined. */
class PropertyFailureTests {

    @Test
    void a_failure_shows_the_shrunk_batch_and_what_is_wrong_with_it() {
        EngineExecutionResults results = Jqwik.run(OrderMattersTestCase.class);

        assertThat(Jqwik.thrown(results)).isInstanceOf(AssertionFailedError.class);
        ApprovedText.verify("property", asBeforeJdk19(Jqwik.report(results).strip()));
    }

    /** Since JDK 19, the smallest normal number is printed with a digit less. */
    private static String asBeforeJdk19(String report) {
        return report.replace(Float.toString(Float.MIN_NORMAL), "1.17549435E-38");
    }

    @Test
    void its_stack_trace_has_no_frame_of_ours_nor_of_jqwik() {
        Throwable thrown = Jqwik.thrown(Jqwik.run(OrderMattersTestCase.class));

        assertThat(Stream.of(thrown.getStackTrace()).map(StackTraceElement::getClassName))
                .isNotEmpty()
                .allMatch(name -> name.equals(OrderMattersTestCase.class.getName()));
    }

    @Test
    void a_property_that_decided_nothing_does_not_pass() {
        EngineExecutionResults results = Jqwik.run(ConstantTestCase.class);

        results.testEvents().assertStatistics(counts -> counts.started(1).failed(1));
        assertThat(Jqwik.thrown(results)).hasMessageContaining("exhausted");
    }

    abstract static class Tables {

        @Provide
        Arbitrary<Batch> tables() {
            return MltestArbitraries.batches(ElementType.FLOAT32, ToyData.FEATURES);
        }

        @Provide
        Arbitrary<Transformation> orders() {
            return MltestArbitraries.transformations(Transformations.permutation(1));
        }
    }

    static class OrderMattersTestCase extends Tables {

        private final ModelUnderTest model = ReferenceModel.regressor().build();

        @Property(tries = 100, seed = "1", afterFailure = AfterFailureMode.RANDOM_SEED)
        void the_order_of_features_does_not_matter(
                @ForAll("tables") Batch table, @ForAll("orders") Transformation order) {
            assertThat(model).over(table).isInvariantUnder(order);
        }
    }

    static class ConstantTestCase extends Tables {

        private final ModelUnderTest model = ReferenceModel.regressor()
                .layers(noise -> List.of(Layers.dense("head", ToyData.FEATURES, 1, 0, noise)))
                .build();

        @Property(tries = 20, seed = "1", afterFailure = AfterFailureMode.RANDOM_SEED)
        void the_order_of_features_does_not_matter(
                @ForAll("tables") Batch table, @ForAll("orders") Transformation order) {
            assertThat(model).over(table).isInvariantUnder(order);
        }
    }
}
