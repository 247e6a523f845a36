package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.model.ModelUnderTest;

import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.TestAbortedException;

class ModelSoftAssertionsTests {

    private final ModelSoftAssertions softly = new ModelSoftAssertions();

    @Test
    void every_claim_is_examined_before_anything_fails() {
        ModelUnderTest low = FakeModels.predictor("low");
        softly.assertThat(low)
                .passes(FakeChecks.needingGradients())
                .passes(FakeChecks.violated())
                .report(FakeChecks.held())
                .isNotApplicable();
        softly.assertThat(2).isEqualTo(3);

        assertThatThrownBy(softly::assertAll)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("low should have weights that differ")
                .hasMessageContaining("Expecting the verdict of weights-are-large")
                .hasMessageContaining("expected: 3");
        assertThat(softly.errorsCollected()).hasSize(3);
    }

    @Test
    void what_was_not_examined_aborts_if_nothing_fails() {
        softly.assertThat(FakeModels.predictor("low"))
                .passes(FakeChecks.needingGradients())
                .passes(FakeChecks.held());

        assertThatThrownBy(softly::assertAll)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageStartingWith("gradients-are-there is not applicable to low");
    }

    @Test
    void nothing_is_thrown_if_all_hold() {
        softly.assertThat(FakeModels.predictor("low")).passes(FakeChecks.held());

        softly.assertAll();
    }

    @Test
    void works_with_the_extension_of_assertj() {
        EngineExecutionResults results = Jupiter.run(InjectedTestCase.class);

        results.testEvents()
                .assertStatistics(counts -> counts.failed(1).aborted(1).succeeded(1));
        assertThat(Jupiter.allThrown(results))
                .anySatisfy(thrown -> assertThat(thrown).isInstanceOf(TestAbortedException.class))
                .anySatisfy(
                        thrown -> assertThat(thrown).hasMessageContaining("weights that differ"));
    }

    @ExtendWith(SoftAssertionsExtension.class)
    static class InjectedTestCase implements ModelTests {

        @InjectSoftAssertions
        private ModelSoftAssertions softly;

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("injected");
        }

        @MLTest
        void holds(ModelUnderTest model) {
            softly.assertThat(model).passes(FakeChecks.held());
        }

        @MLTest
        void fails(ModelUnderTest model) {
            softly.assertThat(model).passes(FakeChecks.violated());
        }

        @MLTest
        void is_not_examined(ModelUnderTest model) {
            softly.assertThat(model).passes(FakeChecks.needingGradients());
        }
    }
}
