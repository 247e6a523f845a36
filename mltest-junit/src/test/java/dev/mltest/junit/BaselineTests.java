package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.baseline.Baseline;
import dev.mltest.baseline.KnownViolation;
import dev.mltest.check.CheckSuite;
import dev.mltest.check.Outcome;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.VerdictFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

@ResourceLock(Resources.SYSTEM_OUT)
class BaselineTests {

    private static final LocalDate LONG_AGO = LocalDate.of(2001, 1, 1);
    private static final LocalDate FAR_AWAY = LocalDate.of(2999, 12, 31);

    @TempDir
    Path directory;

    @Test
    void a_frozen_violation_aborts_the_test_with_its_reason() {
        EngineExecutionResults results = run(ViolatedTestCase.class, frozen("weights-differ"));

        results.testEvents()
                .assertStatistics(counts -> counts.aborted(1).succeeded(0).failed(0));
        assertThat(Jupiter.thrown(results))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("weights-differ is violated by known, frozen since 2001-01-01, until"
                        + " 2999-12-31: waits for the head\n  2 of 3 weights do not (one glance)");
    }

    @Test
    void the_verdict_stays_what_it_is() {
        Path evidence = directory.resolve("evidence");

        EngineExecutionResults results = run(
                ViolatedTestCase.class,
                Map.of("mltest.evidence", evidence.toString()),
                frozen("weights-differ"));

        Path file = evidence.resolve(ViolatedTestCase.class.getName() + ".verdicts.json");
        assertThat(VerdictFile.read(file).get(0).report().outcome())
                .isInstanceOf(Outcome.Violated.class);
        assertThat(Jupiter.reportEntries(results))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("outcome", "violated")
                        .containsEntry(
                                "known",
                                "frozen since 2001-01-01, until 2999-12-31: waits for the head"));
    }

    @Test
    void an_expired_one_fails_and_says_so() {
        Throwable thrown = Jupiter.thrown(
                run(ViolatedTestCase.class, known("weights-differ", LONG_AGO.plusDays(9))));

        assertThat(thrown)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageEndingWith(
                        "\n  known       weights-differ: was frozen until 2001-01-10 (waits for the head),"
                                + " which is over: repair it, or freeze it anew");
    }

    @Test
    void of_several_violations_only_those_that_are_not_frozen_fail() {
        Throwable thrown = Jupiter.thrown(run(SuiteTestCase.class, frozen("weights-differ")));

        assertThat(thrown)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("1 of 3 checks are violated\n")
                .hasMessageContaining("known should have weights\n")
                .hasMessageNotContaining("known should have weights that differ")
                .hasMessageEndingWith(
                        "\n  known       weights-differ: frozen since 2001-01-01, until"
                                + " 2999-12-31: waits for the head");
    }

    @Test
    void a_suite_with_frozen_violations_only_is_aborted() {
        EngineExecutionResults results =
                run(SuiteTestCase.class, frozen("weights-differ"), frozen("weights-are-there"));

        results.testEvents().assertStatistics(counts -> counts.aborted(1));
        assertThat(Jupiter.thrown(results))
                .hasMessageContaining("weights-differ is violated")
                .hasMessageContaining("weights-are-there is violated");
    }

    @Test
    void what_holds_is_thawed_in_the_file_and_told() {
        String printed = printed(() ->
                run(HeldTestCase.class, frozen("weights-are-large"), frozen("weights-differ")));

        assertThat(Baseline.read(file()).entries()).containsExactly(frozen("weights-differ"));
        assertThat(printed)
                .isEqualTo(
                        "mltest: 'weights-are-large' of 'known' has held since it was frozen; it is"
                                + " frozen no longer in " + file() + System.lineSeparator());
    }

    @Test
    void what_holds_in_one_class_and_not_in_another_stays_frozen() {
        write(frozen("weights-differ"));

        String printed = printed(() -> Jupiter.run(
                configuration(Map.of()), ForgivingTestCase.class, ViolatedTestCase.class));

        assertThat(Baseline.read(file()).entries()).hasSize(1);
        assertThat(printed).isEmpty();
    }

    @Test
    void what_holds_because_something_is_overlooked_stays_frozen() {
        String printed = printed(() -> run(ForgivingTestCase.class, frozen("weights-differ")));

        assertThat(Baseline.read(file()).entries()).hasSize(1);
        assertThat(printed).isEmpty();
    }

    @Test
    void a_run_that_looks_at_one_case_alone_thaws_nothing() {
        String printed = printed(() ->
                run(HeldTestCase.class, Map.of("mltest.case", "3"), frozen("weights-are-large")));

        assertThat(Baseline.read(file()).entries()).hasSize(1);
        assertThat(printed).isEmpty();
    }

    @Test
    void classes_that_run_at_the_same_time_thaw_all_that_holds() {
        write(frozen("weights-are-large"), frozen("weights-differ"));

        printed(() -> Jupiter.runConcurrently(
                configuration(Map.of()), HeldTestCase.class, ViolatedTestCase.class));

        assertThat(Baseline.read(file()).entries()).containsExactly(frozen("weights-differ"));
    }

    @Test
    void a_baseline_that_is_not_there_is_a_configuration_error() {
        Throwable thrown =
                Jupiter.thrown(Jupiter.run(ViolatedTestCase.class, configuration(Map.of())));

        assertThat(thrown)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("configuration: cannot read '%s'".formatted(file()));
    }

    private EngineExecutionResults run(Class<?> fixture, KnownViolation... entries) {
        return run(fixture, Map.of(), entries);
    }

    private EngineExecutionResults run(
            Class<?> fixture, Map<String, String> configuration, KnownViolation... entries) {
        write(entries);
        return Jupiter.run(fixture, configuration(configuration));
    }

    private void write(KnownViolation... entries) {
        new Baseline(List.of(entries)).write(file());
    }

    private Map<String, String> configuration(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("mltest.baseline", file().toString());
        return all;
    }

    private Path file() {
        return directory.resolve("mltest-baseline.json");
    }

    private static KnownViolation frozen(String check) {
        return known(check, FAR_AWAY);
    }

    private static KnownViolation known(String check, LocalDate until) {
        return new KnownViolation("known", check, "waits for the head", LONG_AGO, until);
    }

    private static String printed(Supplier<EngineExecutionResults> run) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run.get();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private abstract static class KnownModel implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("known");
        }
    }

    static class ViolatedTestCase extends KnownModel {

        @MLTest
        void weights_differ(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.violated());
        }
    }

    static class HeldTestCase extends KnownModel {

        @MLTest
        void weights_are_large(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }
    }

    static class ForgivingTestCase extends KnownModel {

        @MLTest
        void weights_differ(ModelUnderTest model) {
            assertThat(model).ignoring("encoder/**").passes(FakeChecks.violated());
        }
    }

    static class SuiteTestCase extends KnownModel {

        @MLTest
        void all(ModelUnderTest model) {
            assertThat(model)
                    .passes(new CheckSuite(
                            "all",
                            List.of(
                                    FakeChecks.held(),
                                    FakeChecks.violated(),
                                    FakeChecks.vacuous())));
        }
    }
}
