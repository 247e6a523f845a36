package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mltest.check.CheckSuite;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import java.time.Duration;
import java.util.List;

class ModelAssertTests {

    private final ModelUnderTest model = FakeModels.trainable("digits");

    @BeforeEach
    void an_empty_ledger() {
        Ledger.clear();
    }

    @Test
    void a_chain_looks_once_at_what_several_checks_need() {
        assertThat(model)
                .passes(FakeChecks.held())
                .report(FakeChecks.violated())
                .isViolated();

        assertThat(Ledger.entries("glance")).containsExactly("glance at digits under 42");
    }

    @Test
    void a_chain_leaves_no_model_open() {
        assertThat(model).passes(FakeChecks.held()).withSeed(1).passes(FakeChecks.held());
        catchThrowable(() -> assertThat(model).passes(FakeChecks.violated()));

        assertThat(Ledger.entries("made")).hasSize(3);
        assertThat(Ledger.entries("closed")).hasSize(3);
    }

    @Test
    void a_suite_fails_with_all_that_is_violated() {
        CheckSuite suite = new CheckSuite(
                "mine", List.of(FakeChecks.violated(), FakeChecks.held(), FakeChecks.violated()));

        Throwable thrown = catchThrowable(() -> assertThat(model).passes(suite));

        assertThat(thrown).isInstanceOf(AssertionFailedError.class);
        ApprovedText.verify("suite", thrown.getMessage());
    }

    @Test
    void a_check_that_examined_nothing_fails_and_says_so() {
        AssertionFailedError error = catchThrowableOfType(
                AssertionFailedError.class, () -> assertThat(model).passes(FakeChecks.vacuous()));

        assertThat(error).hasMessageContaining("nothing was examined: there are no weights");
        assertThat(error.getExpected().getValue()).isEqualTo("should have weights");
        assertThat(error.getActual().getValue())
                .isEqualTo("nothing was examined: there are no weights");
    }

    @Test
    void a_suite_of_which_something_holds_and_nothing_is_violated_passes() {
        CheckSuite suite =
                new CheckSuite("mine", List.of(FakeChecks.needingGradients(), FakeChecks.held()));

        assertThat(FakeModels.predictor("low")).passes(suite);
    }

    @Test
    void a_suite_of_which_nothing_could_be_examined_is_aborted() {
        CheckSuite suite = new CheckSuite(
                "mine", List.of(FakeChecks.needingGradients(), FakeChecks.needingGradients()));

        assertThatThrownBy(() -> assertThat(FakeModels.predictor("low")).passes(suite))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("""
                        gradients-are-there is not applicable to low: 'low' can only predict here: it has no loss and no gradients
                        gradients-are-there is not applicable to low: 'low' can only predict here: it has no loss and no gradients""");
    }

    @Test
    void a_description_stands_before_the_message() {
        assertThatThrownBy(() ->
                        assertThat(model).as("%s weights", "new").passes(FakeChecks.violated()))
                .hasMessageStartingWith("[new weights] digits should have weights that differ");
    }

    @Test
    void a_message_can_be_replaced() {
        assertThatThrownBy(() -> assertThat(model)
                        .as("mine")
                        .withFailMessage("prune less")
                        .passes(FakeChecks.violated()))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("[mine] prune less");
    }

    @Test
    void what_is_ignored_does_not_fail() {
        assertThat(model).ignoring("encoder/**").passes(FakeChecks.violated());

        assertThatThrownBy(() ->
                        assertThat(model).ignoring("encoder/bias").passes(FakeChecks.violated()))
                .hasMessageContaining("encoder/weight")
                .hasMessageContaining("1 ignored as stated: encoder/bias");
    }

    @Test
    void a_seed_applies_to_what_follows() {
        assertThat(model).passes(FakeChecks.held()).withSeed(3).passes(FakeChecks.held());

        assertThat(Ledger.entries("glance"))
                .containsExactly("glance at digits under 42", "glance at digits under 3");
    }

    @Test
    void a_failure_names_the_seed_that_was_stated() {
        assertThatThrownBy(() -> assertThat(model).withSeed(3).passes(FakeChecks.violated()))
                .hasMessageContaining("reproduce   .withSeed(3)");
    }

    @Test
    void a_device_that_is_not_there_aborts() {
        assertThatThrownBy(() -> assertThat(model).on(Device.gpu(0)).passes(FakeChecks.held()))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("'digits' cannot be put on gpu:0: this machine has no gpu:0");
    }

    @Test
    void a_time_limit_applies_to_what_follows() {
        ModelAssert limited = assertThat(model)
                .within(Duration.ofMillis(20))
                .passes(FakeChecks.slow("first", 40));

        assertThatThrownBy(() -> limited.passes(FakeChecks.slow("second", 0)))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("the budget of 0.02000 s was spent");
        limited.within(Duration.ofMinutes(1)).passes(FakeChecks.slow("third", 0));
    }

    @Test
    void a_time_limit_must_leave_time() {
        assertThatThrownBy(() -> assertThat(model).within(Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration: within(PT0S) leaves no time to examine anything; write"
                        + " within(Duration.ofSeconds(30)), for example");
    }

    @Test
    void no_model_is_a_configuration_error() {
        assertThatThrownBy(() -> assertThat((ModelUnderTest) null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: assertThat(model) was given null; give it the ModelUnderTest"
                                + " that the test receives as a parameter");
    }

    @Test
    void a_verdict_can_be_looked_into() {
        assertThat(model)
                .report(FakeChecks.violated())
                .isViolated()
                .hasViolationAt("encoder/bias [4]")
                .hasClueContaining("around them")
                .returnToModel()
                .report(FakeChecks.held())
                .isHeld();
        assertThat(FakeModels.predictor("low"))
                .report(FakeChecks.needingGradients())
                .isNotApplicable();
    }

    @Test
    void a_verdict_expected_to_hold_fails_as_the_check_does() {
        assertThatThrownBy(() -> assertThat(model).report(FakeChecks.violated()).isHeld())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("2 of 3 weights do not");
    }

    @Test
    void a_verdict_that_is_another_says_which() {
        assertThatThrownBy(() ->
                        assertThat(model).report(FakeChecks.held()).as("pruned").isViolated())
                .hasMessage("""
                        [pruned] Expecting the verdict of weights-are-large on digits to be or have
                          violated
                        but it is
                          held""");
        assertThatThrownBy(() -> assertThat(FakeModels.predictor("low"))
                        .report(FakeChecks.needingGradients())
                        .isHeld())
                .hasMessageContaining("not applicable: 'low' can only predict here");
    }

    @Test
    void a_place_that_is_not_violated_is_told_from_those_that_are() {
        assertThatThrownBy(() -> assertThat(model)
                        .report(FakeChecks.violated())
                        .hasViolationAt("head/weight [1x4]"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("a violation at 'head/weight [1x4]'")
                .hasMessageContaining("violations at [encoder/weight [4x4], encoder/bias [4]]");
        assertThatThrownBy(() ->
                        assertThat(model).report(FakeChecks.violated()).hasClueContaining("xyz"))
                .hasMessageContaining("clues [the weights around them differ]");
    }

    @Test
    void a_relation_is_claimed_in_a_sentence() {
        assertThat(FakeModels.predictor("identity"))
                .isEquivariantUnder(Transformations.scaling(4))
                .isMonotoneIncreasingIn(0, 1)
                .isLipschitz(1.001, 0.1)
                .satisfies(Relation.additive().ofOutput("input"));
        assertThatThrownBy(() ->
                        assertThat(FakeModels.predictor("identity")).isMonotoneDecreasingIn(0, 1))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining(
                        "identity should be never rising under a rise of place 0 of axis 1");
    }
}
