package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

import java.util.List;
import java.util.stream.Stream;

/** The default checks on real, if tiny, networks. */
class EndToEndTests {

    @Test
    void a_correct_network_fails_nothing() {
        EngineExecutionResults results = Jupiter.run(CorrectTestCase.class);

        results.testEvents()
                .assertStatistics(counts ->
                        counts.failed(0).started(DefaultChecks.suite().checks().size()));
        assertThat(results.testEvents().succeeded().count()).isGreaterThan(9);
    }

    @Test
    void a_gradient_that_is_cut_fails_the_test_for_it() {
        EngineExecutionResults results = Jupiter.run(CutTestCase.class);

        assertThat(failed(results)).contains("gradients_reach_every_parameter [seed 42]");
        assertThat(Jupiter.allThrown(results))
                .filteredOn(AssertionFailedError.class::isInstance)
                .allSatisfy(EndToEndTests::has_no_frame_of_ours);
        assertThat(Jupiter.allThrown(results))
                .anySatisfy(thrown -> assertThat(thrown)
                        .hasMessageContaining("second/weight [24x24]")
                        .hasMessageContaining(
                                "'EndToEndTests$CutTestCase#gradients_reach_every_parameter'"
                                        + " -Dmltest.seed=42"));
    }

    private static void has_no_frame_of_ours(Throwable thrown) {
        assertThat(Stream.of(thrown.getStackTrace()).map(StackTraceElement::getClassName))
                .noneMatch(name -> name.equals(SanityChecks.class.getName()))
                .noneMatch(name -> name.equals(ModelAssert.class.getName()));
    }

    private static List<String> failed(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    static class CorrectTestCase implements SanityChecks {

        @Override
        public ModelUnderTest model() {
            return ReferenceModel.classifier().build();
        }
    }

    static class CutTestCase implements SanityChecks {

        @Override
        public ModelUnderTest model() {
            return ReferenceModel.classifier()
                    .after("second", Layers.cut("cut"))
                    .build();
        }
    }
}
