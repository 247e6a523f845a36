package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class SanityChecksTests {

    /** Assertions of checks that are not among the default ones. */
    private static final Set<String> ON_DEMAND = Set.of("hasCorrectCurvature");

    @BeforeEach
    void an_empty_ledger() {
        Ledger.clear();
    }

    @Test
    void there_is_one_test_for_each_default_check_named_after_it() {
        List<String> checks = DefaultChecks.suite().checks().stream()
                .map(check -> check.id().replace('-', '_'))
                .toList();

        assertThat(checks).hasSizeGreaterThan(10);
        assertThat(Stream.of(SanityChecks.class.getDeclaredMethods()).map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(checks);
    }

    @Test
    void there_is_one_assertion_for_each_default_check() throws ReflectiveOperationException {
        List<String> ids =
                DefaultChecks.suite().checks().stream().map(Check::id).toList();
        ModelSoftAssertions softly = new ModelSoftAssertions();
        ModelAssert asserted = softly.assertThat(FakeModels.predictor("low"));

        for (Method method : ModelAssert.class.getDeclaredMethods()) {
            boolean isAsserting =
                    method.getParameterCount() == 0 && method.getReturnType() == ModelAssert.class;
            if (isAsserting && !ON_DEMAND.contains(method.getName())) {
                Object returned = method.invoke(asserted);
                assertThat(returned).isSameAs(asserted);
                Ledger.add("assertion");
            }
        }

        assertThat(Ledger.entries("assertion")).hasSameSizeAs(ids);
    }

    @Test
    void every_check_runs_as_a_test_of_its_own_and_none_passes_unexamined() {
        EngineExecutionResults results = Jupiter.run(LowRungTestCase.class);
        int checks = DefaultChecks.suite().checks().size();

        assertThat(results.testEvents().started().count()).isEqualTo(checks);
        assertThat(Jupiter.reportEntries(results))
                .extracting(entry -> entry.get("check"))
                .containsExactlyInAnyOrderElementsOf(
                        DefaultChecks.suite().checks().stream().map(Check::id).toList());
        assertThat(results.testEvents().aborted().count())
                .as("what needs a loss cannot be examined")
                .isGreaterThan(8);
    }

    @Test
    void a_check_that_is_overridden_and_disabled_is_skipped_with_its_reason() {
        EngineExecutionResults results = Jupiter.run(TunedTestCase.class);

        assertThat(results.allEvents().skipped().stream()
                        .map(event -> event.getRequiredPayload(String.class)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("batch normalisation mixes them");
        assertThat(results.allEvents().skipped().stream().map(SanityChecksTests::name))
                .containsExactly("examples_do_not_mix(ModelUnderTest)");
    }

    @Test
    void a_check_that_is_overridden_runs_as_the_class_says() {
        EngineExecutionResults results = Jupiter.run(TunedTestCase.class);

        assertThat(Jupiter.invocations(results))
                .filteredOn(name -> name.startsWith("a_step_lowers_the_loss"))
                .containsExactly(
                        "a_step_lowers_the_loss [seed 42]",
                        "a_step_lowers_the_loss [seed 43]",
                        "a_step_lowers_the_loss [seed 44]");
        assertThat(Ledger.entries("glance")).hasSize(3);
    }

    @Test
    void an_override_that_junit_would_not_see_is_a_configuration_error() {
        assertThat(Jupiter.allThrown(Jupiter.run(HiddenTestCase.class)))
                .isNotEmpty()
                .allMatch(ConfigurationException.class::isInstance)
                .extracting(Throwable::getMessage)
                .containsOnly(
                        "configuration: SanityChecksTests$HiddenTestCase.examples_do_not_mix overrides"
                                + " an @MLTest without being one, so that JUnit does not see it; write"
                                + " @MLTest above it, and @Disabled(\"why\") to switch it off");
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    static class LowRungTestCase implements SanityChecks {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("low");
        }
    }

    static class TunedTestCase implements SanityChecks {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("tuned");
        }

        @Override
        @MLTest
        @Disabled("batch normalisation mixes them")
        public void examples_do_not_mix(ModelUnderTest model) {}

        @Override
        @MLTest(seeds = 3)
        public void a_step_lowers_the_loss(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }
    }

    static class HiddenTestCase implements SanityChecks {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("hidden");
        }

        @Override
        @Disabled("not seen by JUnit")
        public void examples_do_not_mix(ModelUnderTest model) {}
    }
}
