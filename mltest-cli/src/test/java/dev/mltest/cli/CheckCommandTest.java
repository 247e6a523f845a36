package dev.mltest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.reporting.results.Results;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class CheckCommandTest {

    private static final String HEALTHY = "com.acme.ToyClassifier";
    private static final String BROKEN = "com.acme.CutClassifier";
    private static final String GRADIENTS = "gradients-reach-every-parameter";
    private static final String OUTPUTS = "outputs-are-finite-on-the-data";

    @TempDir
    private Path directory;

    @Test
    void zero_if_all_that_could_be_judged_held() {
        Execution run = Execution.of("check", HEALTHY);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("not examined, which is not passed:", "padding-is-ignored: ")
                .endsWith(" were not examined" + System.lineSeparator())
                .contains("toy-classifier: ", " checks held, 0 are violated, ");
    }

    @Test
    void one_if_a_check_is_violated_with_the_text_that_a_test_would_show() {
        Execution run = Execution.of("check", BROKEN, "--checks", GRADIENTS);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("toy-classifier should send a gradient to every trainable parameter")
                .contains(
                        "most likely",
                        "reproduce   mltest check com.acme.CutClassifier --checks "
                                + GRADIENTS
                                + " --seed 42\n",
                        "0 of 1 checks held, 1 is violated, 0 were not examined");
    }

    @Test
    void three_if_nothing_could_be_judged() {
        Execution run = Execution.of("check", HEALTHY, "--checks", "padding-is-ignored");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("0 of 1 checks held, 0 are violated, 1 was not examined");
    }

    @Test
    void what_the_budget_leaves_out_is_listed() {
        Execution run = Execution.of("check", HEALTHY, "--budget", "1ms");

        assertThat(run.out()).contains("the budget of 0.001000 s was spent before");
    }

    @Test
    void three_if_the_model_is_not_to_be_had_here() {
        Execution run = Execution.of("check", "com.acme.Unusable$Elsewhere");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualToIgnoringNewLines("not available: its data are elsewhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                   | say what to do, for example mltest check",
                "chek                               | Unmatched argument at index 0: 'chek'",
                "check                              | Missing required parameter: 'CLASS'",
                "check com.acme.None                | there is no class 'com.acme.None'; write its whole name",
                "check com.acme.Unusable$NoSupplier | let it implement Supplier<ModelUnderTest>",
                "check com.acme.Unusable$NeedsArgument | it needs a constructor without parameters",
                "check com.acme.Unusable$Text       | get() returned class java.lang.String; return a model",
                "check com.acme.Unusable$Nothing    | get() returned null; return a model",
                "check com.acme.Unusable$Throws     | threw java.lang.IllegalStateException: no data in the second line; let it",
                "check com.acme.Unusable$ThrowsWhenMade | threw java.lang.IllegalStateException: no data; let it",
                "check com.acme.Unusable$ThrowsWhenLoaded | threw java.lang.ExceptionInInitializerError",
                "check com.acme.Unusable$CpuOnly --device gpu | 'cpu-only' cannot be put on gpu:0: there is no accelerator; run where",
                "check com.acme.ToyClassifier --device tpu | unknown device 'tpu'; write cpu, gpu or gpu:<index>",
                "check com.acme.ToyClassifier --budget soon | 'soon' is no positive duration; write 500ms, 30s or 5m",
                "check com.acme.ToyClassifier --budget -3s | is no positive duration",
                "check com.acme.ToyClassifier --seeds 0 | seeds(0) is no use",
                "check com.acme.ToyClassifier --seed -1 | seed(-1) is no use",
                "check com.acme.ToyClassifier --seed x | 'x' is not a long",
                "check com.acme.ToyClassifier --checks softmax-once | there is no check 'softmax-once'; near to it are softmax-is-applied-once,",
                "check com.acme.ToyClassifier --report pom.xml | --report is 'pom.xml', but nothing can be written there"
            })
    void two_for_misuse_with_one_clear_line(String arguments, String message) {
        Execution run = Execution.of(arguments == null ? new String[0] : arguments.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("configuration: ").contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_model_that_cannot_be_made_is_misuse_too() {
        Execution run = Execution.of("check", "com.acme.Unusable$Fails");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines())
                .last()
                .asString()
                .startsWith("configuration: the factory of model 'fails' threw for seed 42");
    }

    @Test
    void several_seeds_are_looked_at() {
        Execution run =
                Execution.of("check", BROKEN, "--checks", GRADIENTS, "--seed", "5", "--seeds", "2");

        assertThat(run.out()).contains("seed 5)", "--seed 6", "2 are violated");
    }

    @Test
    void places_that_are_ignored_are_no_violation() {
        Execution run =
                Execution.of("check", BROKEN, "--checks", GRADIENTS, "--ignoring", "first/**");

        assertThat(run.code()).as(run.out()).isZero();
    }

    @Test
    void without_diagnosis_no_cause_is_named() {
        Execution run = Execution.of("check", BROKEN, "--checks", GRADIENTS, "--no-diagnosis");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("most likely");
    }

    @Test
    void progress_is_told_in_plain_lines_where_nobody_sits_before_a_terminal() {
        Execution run = Execution.of("check", BROKEN, "--checks", GRADIENTS);

        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err())
                .containsPattern("check 1 of 1, 0\\.\\d s  " + GRADIENTS)
                .containsPattern("check 1 of 1, \\d+\\.\\d s, about 0\\.0 s left  diagnosis");
    }

    @Test
    void the_report_is_a_results_directory() throws IOException {
        Path report = directory.resolve("deep/report");
        Execution run =
                Execution.of("check", BROKEN, "--checks", GRADIENTS, "--report", report.toString());

        assertThat(run.err()).contains("report: " + report);
        Results results = Results.read(List.of(report));
        assertThat(results.suites())
                .singleElement()
                .satisfies(suite -> assertThat(suite.evidence()).hasSize(1));
        assertThat(results.verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.text()).contains("most likely");
            assertThat(verdict.declared()).isPresent();
        });
        assertThat(report).isDirectoryContaining("glob:**/report.html");
        assertThat(Files.list(report)).hasSize(5);
    }

    @Test
    void a_frozen_violation_does_not_fail_the_run() {
        Path report = directory.resolve("report");
        String known = directory.resolve("known.json").toString();
        String[] check = {"check", BROKEN, "--checks", GRADIENTS + "," + OUTPUTS};
        String[] kept = with(check, "--report", report.toString());

        assertThat(Execution.of(kept).code()).isEqualTo(1);
        Execution.of(
                "freeze",
                report.toString(),
                "--baseline",
                known,
                "--reason",
                "mended in May",
                "--until",
                "2999-12-31");
        Execution again = Execution.of(with(check, "--baseline", known));

        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("known violations", "until 2999-12-31: mended in May");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }
}
