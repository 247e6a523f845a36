package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.TrainingBatches;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Predictor;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.TestAbortedException;

import java.util.List;

class ParameterExtensionTests {

    @BeforeEach
    void an_empty_ledger() {
        Ledger.clear();
    }

    @Test
    void everything_a_test_is_about_is_handed_out() {
        Jupiter.run(EverythingTestCase.class)
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(1).failed(0).aborted(0));
        assertThat(Ledger.entries("test")).containsExactly("test of everything under 42 on cpu");
    }

    @Test
    void an_invocation_has_one_model_of_its_own_made_from_its_seed() {
        Jupiter.run(FreshModelTestCase.class)
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(2));
        assertThat(Ledger.entries("made"))
                .containsExactly("made fresh from 42", "made fresh from 43");
        assertThat(Ledger.entries("closed")).hasSize(2);
    }

    @Test
    void a_model_on_a_lower_rung_aborts_the_test_with_the_reason() {
        EngineExecutionResults results = Jupiter.run(LowRungTestCase.class);

        results.testEvents().assertStatistics(counts -> counts.aborted(3).failed(0));
        assertThat(Jupiter.allThrown(results))
                .allMatch(TestAbortedException.class::isInstance)
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "'low' is no Trainable here: it has no loss and no gradients",
                        "'low' is no Differentiable here: it has no loss and no gradients",
                        "'low' is no Trainable here: it has no loss and no gradients");
        assertThat(Ledger.entries("closed")).hasSize(3);
    }

    @Test
    void the_batch_is_the_one_experiments_see_first() {
        Jupiter.run(BatchTestCase.class)
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(3));
        assertThat(Ledger.entries("made")).as("no model is made for it").isEmpty();
        assertThat(Ledger.entries("drawn").stream().distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void a_class_without_a_model_is_told_how_to_get_one() {
        assertThat(Jupiter.thrown(Jupiter.run(NoModelTestCase.class)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: ParameterExtensionTests$NoModelTestCase.asks asks for a"
                        + " model, but ParameterExtensionTests$NoModelTestCase has none; let it"
                        + " implement dev.mltest.junit.ModelTests and return the model from"
                        + " model()");
    }

    @Test
    void a_seed_must_be_a_long() {
        assertThat(Jupiter.thrown(Jupiter.run(IntSeedTestCase.class)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageMatching("configuration: @Seed on parameter '(seed|arg0)' of"
                        + " ParameterExtensionTests\\$IntSeedTestCase.asks needs a long, but it is"
                        + " int; write @Seed long (seed|arg0)");
    }

    @Test
    void a_factory_that_throws_is_a_configuration_error() {
        assertThat(Jupiter.thrown(Jupiter.run(BrokenFactoryTestCase.class)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: the factory of model 'broken' threw for seed 42 on cpu:"
                        + " java.lang.IllegalStateException: no weights; make it build a new"
                        + " model on every call")
                .hasRootCauseMessage("no weights");
    }

    static class EverythingTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("everything");
        }

        @MLTest
        void receives(
                ModelUnderTest model,
                Predictor predictor,
                Differentiable differentiable,
                Trainable trainable,
                Batch batch,
                Laboratory laboratory,
                @Seed long seed,
                @Seed Long boxed,
                TestInfo others) {
            assertThat(predictor).isSameAs(trainable).isSameAs(differentiable);
            assertThat(batch.size()).isEqualTo(2);
            assertThat(laboratory.model()).isSameAs(model);
            assertThat(boxed).isEqualTo(seed);
            assertThat(others.getDisplayName()).isEqualTo("receives [seed 42]");
            Ledger.add("test of %s under %d on %s".formatted(model, seed, laboratory.device()));
        }
    }

    static class FreshModelTestCase implements ModelTests {

        private Predictor seenBefore;

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("fresh");
        }

        @BeforeEach
        void before(Trainable model) {
            seenBefore = model;
        }

        @MLTest(seeds = 2)
        void receives(Trainable model) {
            assertThat(model).isSameAs(seenBefore);
        }

        @AfterEach
        void after(Trainable model) {
            assertThat(model).isSameAs(seenBefore);
        }
    }

    static class LowRungTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("low");
        }

        @MLTest
        void asks_for_training(Trainable model) {}

        @MLTest
        void asks_for_gradients(Differentiable model) {}

        @Nested
        class Before {

            @BeforeEach
            void before(Trainable model) {}

            @MLTest
            void asks_in_a_lifecycle_method() {}
        }
    }

    static class BatchTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.trainable("batch");
        }

        @MLTest(seeds = 3)
        void receives(Batch batch, ModelUnderTest model, @Seed long seed) {
            assertThat(batch).isEqualTo(new TrainingBatches(model, seed).get(0));
            Ledger.add("drawn "
                    + List.of(batch.target().toDoubles()[0], batch.target().get(1)));
        }
    }

    static class NoModelTestCase {

        @MLTest
        void asks(ModelUnderTest model) {}
    }

    static class IntSeedTestCase {

        @MLTest
        void asks(@Seed int seed) {}
    }

    static class BrokenFactoryTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.named("broken", (seed, device) -> {
                throw new IllegalStateException("no weights");
            });
        }

        @MLTest
        void asks(Predictor model) {}
    }
}
