package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.TestAbortedException;

class SharingTests {

    @BeforeEach
    void an_empty_ledger() {
        Ledger.clear();
    }

    @Test
    void the_tests_of_a_class_share_one_model_and_its_evidence() {
        Jupiter.run(SharingTestCase.class)
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(4));
        assertThat(Ledger.entries("model()")).hasSize(1);
        assertThat(Ledger.entries("made"))
                .containsExactlyInAnyOrder("made shared from 42", "made shared from 43");
        assertThat(Ledger.entries("glance"))
                .containsExactlyInAnyOrder(
                        "glance at shared under 42", "glance at shared under 43");
    }

    @Test
    void what_was_opened_is_closed_with_the_class() {
        Jupiter.run(SharingTestCase.class);

        assertThat(Ledger.entries("closed")).hasSize(2);
    }

    @Test
    void tests_that_run_at_the_same_time_share_too() {
        Jupiter.runConcurrently(
                        SharingTestCase.class,
                        AroundTestCase.class,
                        FirstTestCase.class,
                        SecondTestCase.class)
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(9));
        assertThat(Ledger.entries("model()")).hasSize(3);
        assertThat(Ledger.entries("glance"))
                .containsExactlyInAnyOrder(
                        "glance at shared under 42",
                        "glance at shared under 43",
                        "glance at outer under 42",
                        "glance at inner under 42",
                        "glance at first under 42",
                        "glance at second under 42");
        assertThat(Ledger.entries("closed")).hasSize(6);
    }

    @Test
    void nested_classes_see_the_model_around_them_unless_they_bring_their_own() {
        Jupiter.run(AroundTestCase.class)
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(3));
        assertThat(Ledger.entries("model()")).containsExactly("model() outer", "model() inner");
        assertThat(Ledger.entries("glance"))
                .containsExactlyInAnyOrder("glance at outer under 42", "glance at inner under 42");
    }

    @Test
    void inherited_tests_are_about_the_model_of_the_class_that_inherits() {
        Jupiter.run(FirstTestCase.class).testEvents().assertStatistics(c -> c.succeeded(1));
        Jupiter.run(SecondTestCase.class).testEvents().assertStatistics(c -> c.succeeded(1));

        assertThat(Ledger.entries("glance"))
                .containsExactly("glance at first under 42", "glance at second under 42");
    }

    @Test
    void another_model_in_the_same_test_has_a_laboratory_of_its_own() {
        Jupiter.run(TwoModelsTestCase.class)
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(1));
        assertThat(Ledger.entries("glance"))
                .containsExactly("glance at mine under 5", "glance at other under 5");
        assertThat(Ledger.entries("closed")).hasSize(2);
    }

    @Test
    void a_model_method_that_returns_null_is_a_configuration_error() {
        assertThat(Jupiter.allThrown(Jupiter.run(NullTestCase.class)))
                .hasSize(2)
                .allMatch(ConfigurationException.class::isInstance)
                .extracting(Throwable::getMessage)
                .containsOnly(
                        "configuration: SharingTests$NullTestCase.model() returned null; return a"
                                + " model, for example one from"
                                + " ModelUnderTest.named(...).task(...).trainingData(...).build()");
        assertThat(Ledger.entries("model()")).hasSize(1);
    }

    @Test
    void a_model_method_that_throws_is_a_configuration_error() {
        assertThat(Jupiter.thrown(Jupiter.run(ThrowingTestCase.class)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: SharingTests$ThrowingTestCase.model() threw"
                        + " java.lang.IllegalStateException: no file; let it describe the model"
                        + " without failing")
                .hasRootCauseMessage("no file");
    }

    @Test
    void a_model_that_cannot_be_had_here_aborts_the_test() {
        EngineExecutionResults results = Jupiter.run(MissingTestCase.class);

        results.testEvents().assertStatistics(counts -> counts.aborted(1));
        assertThat(Jupiter.thrown(results))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage(
                        "SharingTests$MissingTestCase.model() has no model here: there is no engine");
    }

    static class SharingTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            Ledger.add("model()");
            return FakeModels.trainable("shared");
        }

        @MLTest(seeds = 2)
        void holds(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }

        @MLTest(seeds = 2)
        void holds_again(ModelUnderTest model) {
            assertThat(model)
                    .passes(FakeChecks.held())
                    .report(FakeChecks.violated())
                    .isViolated();
        }
    }

    static class AroundTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            Ledger.add("model() outer");
            return FakeModels.trainable("outer");
        }

        @MLTest
        void holds(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }

        @Nested
        class Within {

            @MLTest
            void holds_too(ModelUnderTest model) {
                assertThat(model).passes(FakeChecks.held());
            }
        }

        @Nested
        class WithItsOwn implements ModelTests {

            @Override
            public ModelUnderTest model() {
                Ledger.add("model() inner");
                return FakeModels.trainable("inner");
            }

            @MLTest
            void holds_as_well(ModelUnderTest model) {
                assertThat(model).passes(FakeChecks.held());
            }
        }
    }

    abstract static class InheritedTestCase implements ModelTests {

        @MLTest
        void holds(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }
    }

    static class FirstTestCase extends InheritedTestCase {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("first");
        }
    }

    static class SecondTestCase extends InheritedTestCase {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("second");
        }
    }

    static class TwoModelsTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("mine");
        }

        @MLTest(seed = 5)
        void hold(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
            assertThat(FakeModels.trainable("other")).passes(FakeChecks.held());
        }
    }

    static class NullTestCase implements ModelTests {

        @Override
        @SuppressWarnings("NullAway")
        public ModelUnderTest model() {
            Ledger.add("model()");
            return null;
        }

        @MLTest(seeds = 2)
        void asks(ModelUnderTest model) {}
    }

    static class ThrowingTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            throw new IllegalStateException("no file");
        }

        @MLTest
        void asks(ModelUnderTest model) {}
    }

    static class MissingTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            throw new NotAvailableException("there is no engine");
        }

        @MLTest
        void asks(ModelUnderTest model) {}
    }
}
