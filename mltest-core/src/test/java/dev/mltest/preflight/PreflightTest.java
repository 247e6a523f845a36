package dev.mltest.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mltest.check.Outcome;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.preflight.PreflightResult.Standing;
import dev.mltest.report.Reported;
import dev.mltest.report.VerdictFile;
import dev.mltest.testing.Approved;
import dev.mltest.testing.Layers;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class PreflightTest {

    private static final String GRADIENTS = "gradients-reach-every-parameter";
    private static final String PADDING = "padding-is-ignored";

    private final ModelUnderTest healthy = ReferenceModel.classifier().build();
    private final ModelUnderTest broken =
            ReferenceModel.classifier().after("dropout", Layers.cut("detached")).build();

    @TempDir
    private Path directory;

    @Test
    void a_correct_model_is_let_through() {
        PreflightResult result =
                Preflight.of(healthy).budget(Duration.ofMinutes(5)).run().orThrow();

        assertThat(result.standing()).isEqualTo(Standing.HELD);
        assertThat(result.reports()).hasSameSizeAs(DefaultChecks.suite().checks());
    }

    @Test
    void a_violation_is_told_in_full_with_what_is_behind_it_and_what_was_not_examined() {
        PreflightResult result = Preflight.of(broken)
                .checks(GRADIENTS, PADDING, "predictions-repeat")
                .run();

        assertThat(result.standing()).isEqualTo(Standing.VIOLATED);
        assertThatExceptionOfType(ModelRejectedException.class)
                .isThrownBy(result::orThrow)
                .satisfies(
                        rejected -> Approved.verify("preflight.violated", rejected.getMessage()));
    }

    @Test
    void several_seeds_are_looked_at_one_after_another() {
        PreflightResult result =
                Preflight.of(broken).checks(GRADIENTS).seed(5).seeds(2).run();

        assertThat(result.reports())
                .extracting(report -> report.seeds().get(0))
                .containsExactly(5L, 6L);
        assertThat(result.text()).contains("seed 5)", "seed 6)", ".seed(6).checks(\"" + GRADIENTS);
    }

    @Test
    void where_nothing_could_be_judged_nothing_has_passed() {
        PreflightResult result = Preflight.of(healthy).checks(PADDING).run();

        assertThat(result.standing()).isEqualTo(Standing.NOT_EXAMINED);
        assertThatExceptionOfType(NotExaminedException.class)
                .isThrownBy(result::orThrow)
                .withMessageContaining("no padding is declared");
    }

    @Test
    void places_can_be_ignored() {
        PreflightResult result =
                Preflight.of(broken).checks(GRADIENTS).ignoring("first/**").run();

        assertThat(result.standing()).isEqualTo(Standing.HELD);
    }

    @Test
    void without_diagnosis_no_cause_is_looked_for() {
        PreflightResult result =
                Preflight.of(broken).checks(GRADIENTS).diagnosis(false).run();

        assertThat(result.verdicts()).allMatch(verdict -> verdict.diagnosis().isEmpty());
    }

    @Test
    void a_declared_part_that_does_not_work_keeps_the_other_checks_from_nothing() {
        ModelUnderTest model = ReferenceModel.classifier()
                .builder()
                .metric((outputs, batch) -> {
                    throw new IllegalStateException("no accuracy");
                })
                .build();
        PreflightResult result = Preflight.of(model)
                .checks("predictions-repeat", "the-metric-prefers-the-targets")
                .run();

        assertThat(result.reports()).hasSize(1);
        assertThat(result.text()).contains("configuration: ", "no accuracy", "1 of 1 checks held");
        assertThatThrownBy(result::orThrow)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the-metric-prefers-the-targets");
    }

    @Test
    void an_unknown_check_is_refused_with_near_ones() {
        assertThatThrownBy(() -> Preflight.of(healthy).checks("gradient-reaches-parameters"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "there is no check 'gradient-reaches-parameters'; near to it are"
                                + " gradients-reach-every-parameter,");
    }

    @Test
    void what_cannot_be_run_is_refused() {
        Preflight preflight = Preflight.of(healthy);

        assertThatThrownBy(() -> preflight.seeds(0)).hasMessageContaining("Preflight.seeds(5)");
        assertThatThrownBy(() -> preflight.seed(-1)).hasMessageContaining("Preflight.seed(42)");
        assertThatThrownBy(() -> preflight.budget(Duration.ZERO))
                .hasMessageContaining("Preflight.budget(PT0S) is no use");
    }

    @Test
    void a_device_that_is_not_there_is_refused() {
        ModelUnderTest model = ModelUnderTest.named("cpu-only", (seed, device) -> {
                    throw new NotAvailableException("there is no accelerator");
                })
                .task(healthy.task())
                .trainingData(healthy.trainingData())
                .build();

        assertThatThrownBy(() -> Preflight.of(model).device(Device.gpu(1)).run())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'cpu-only' cannot be put on gpu:1: there is no accelerator");
    }

    @Test
    void progress_is_told_before_each_check_and_before_the_diagnosis() {
        List<Progress> told = new ArrayList<>();
        Preflight.of(broken).checks(GRADIENTS, PADDING).listener(told::add).run();

        assertThat(told)
                .extracting(Progress::next)
                .containsExactly(PADDING, GRADIENTS, "diagnosis");
        assertThat(told).extracting(Progress::number).containsExactly(1, 2, 2);
        assertThat(told).allMatch(progress -> progress.of() == 2);
        assertThat(told.get(0).left()).isEmpty();
        assertThat(told.get(2).soFar().reports()).hasSize(2);
    }

    @Test
    void the_time_left_is_never_more_than_the_budget() {
        List<Progress> told = new ArrayList<>();
        Preflight.of(healthy).budget(Duration.ofMillis(100)).listener(told::add).run();

        assertThat(told)
                .allSatisfy(progress -> assertThat(progress.left().orElse(Duration.ZERO))
                        .isBetween(Duration.ZERO, Duration.ofMillis(100)));
        assertThat(told).anyMatch(progress -> progress.left().isPresent());
    }

    @Test
    void results_are_written_for_reports_to_be_made_of_them() {
        PreflightResult result = Preflight.of(broken).checks(GRADIENTS).run().write(directory);

        assertThat(VerdictFile.read(directory.resolve("preflight.toy-classifier.verdicts.json")))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.text())
                        .isEqualTo(result.verdicts().get(0).text())
                        .contains("most likely"));
        assertThat(directory.resolve("preflight.toy-classifier.cpu.json")).isNotEmptyFile();
    }

    @Test
    void checks_that_were_cut_off_count_as_not_examined() {
        List<Progress> told = new ArrayList<>();
        Preflight.of(broken)
                .checks(GRADIENTS, PADDING)
                .seeds(2)
                .listener(told::add)
                .run();

        PreflightResult cutOff = told.get(2).soFar().interrupted();
        assertThat(told.get(2).next()).isEqualTo("diagnosis");
        assertThat(cutOff.verdicts())
                .extracting(Reported::report)
                .extracting(report -> report.outcome().label())
                .containsExactly("not applicable", "violated", "not applicable", "not applicable");
        assertThat(cutOff.reports().get(3).outcome())
                .isEqualTo(new Outcome.NotApplicable("the run was interrupted before"));
    }

    @Test
    void the_text_is_what_is_printed() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PreflightResult result = Preflight.of(broken).checks(GRADIENTS).run();
        result.print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo(result.text());
    }
}
