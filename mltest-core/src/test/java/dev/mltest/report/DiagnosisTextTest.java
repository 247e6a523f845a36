package dev.mltest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.diagnosis.Diagnostician;
import dev.mltest.diagnosis.Finding;
import dev.mltest.diagnosis.Finding.Standing;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.testing.Approved;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.UpdateRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class DiagnosisTextTest {

    @TempDir
    Path directory;

    @Test
    void a_failure_names_what_is_most_likely_behind_it() throws IOException {
        ReferenceModel model = ReferenceModel.classifier().rule(() -> UpdateRule.descent(-0.1));
        try (Laboratory laboratory = new Laboratory(model.build())) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            CheckReport report = runner.run(DefaultChecks.aStepLowersTheLoss(), 1);
            Diagnosis diagnosis = new Diagnostician(runner).diagnose(List.of(report));

            Approved.verify(
                    "diagnosis.wrong-sign",
                    FailureText.of(report, diagnosis, "mvn test -Dtest=ModelTest -Dmltest.seed=1"));
            Path file = directory.resolve("verdicts.json");
            VerdictFile.write(
                    file, List.of(new Reported(report, diagnosis, "-", Optional.empty())));
            assertThat(Files.readString(file))
                    .contains("\"format\" : \"mltest-verdicts\"")
                    .contains("\"falseAlarmRate\" : 0.0")
                    .contains("\"check\" : \"a-step-lowers-the-loss\"")
                    .contains("\"allowed\" : \"< 0\"")
                    .contains("\"cause\" : \"update-points-uphill\"")
                    .contains("\"standing\" : \"CONFIRMED\"")
                    .contains("\"standing\" : \"REFUTED\"");
        }
    }

    @Test
    void the_explanation_shows_a_real_one() throws IOException {
        String approved =
                Files.readString(Path.of("src/test/resources/approved/diagnosis.wrong-sign.txt"));

        assertThat(Path.of("../docs/explanation/chance-and-causes.md"))
                .content()
                .contains(approved.strip());
    }

    @Test
    void where_nothing_is_confirmed_it_says_so() {
        Diagnosis diagnosis = new Diagnosis(List.of(
                new Finding("a", "it is a", "place", Standing.REFUTED, "measured"),
                new Finding("b", "it is b", "place", Standing.NOT_EXAMINED, "no optimizer")));

        assertThat(DiagnosisText.of(diagnosis).lines())
                .containsExactly(
                        "  most likely",
                        "    - none of the causes that were looked into",
                        "  ruled out",
                        "    - place: it is a (measured)");
    }

    @Test
    void a_long_list_is_cut() {
        Diagnosis diagnosis = new Diagnosis(IntStream.range(0, 9)
                .mapToObj(i -> new Finding("c" + i, "it is " + i, "at", Standing.REFUTED, "so"))
                .toList());

        assertThat(DiagnosisText.of(diagnosis)).endsWith("- and 3 more");
    }

    @Test
    void a_statistical_failure_names_its_share() {
        assertThat(Chances.describe(1e-4))
                .isEqualTo(
                        "a correct model fails here in at most 1 in 10,000 runs: this check's share of"
                                + " the suite");
    }
}
