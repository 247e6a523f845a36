package dev.mltest.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.diagnosis.Finding.Standing;
import dev.mltest.evidence.OutputProfile;
import dev.mltest.evidence.Price;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.Layers;
import dev.mltest.testing.PlainPredictor;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is not the cause is not named, whatever is violated. */
class RefutationTest {

    static Stream<Cause> causes() {
        return Causes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void a_cause_that_is_suggested_but_not_there_is_refuted(Cause cause) {
        ModelUnderTest model = cause instanceof TargetsAreUnscaled
                ? ReferenceModel.regressor().build()
                : ReferenceModel.classifier().build();

        Finding finding =
                Diagnoses.examine(cause, model, "one-batch-is-overfitted", "loss-starts-at-theory");

        assertThat(finding.standing()).as(finding.evidence()).isEqualTo(Standing.REFUTED);
        assertThat(finding.evidence()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void a_model_that_cannot_learn_at_all_is_not_blamed_on_something_else(Cause cause) {
        Finding finding = examined(cause, blind());

        assertThat(finding.standing()).as(finding.evidence()).isNotEqualTo(Standing.CONFIRMED);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void what_can_only_predict_is_not_examined(Cause cause) {
        Finding finding = examined(
                cause, ReferenceModel.classifier().as(PlainPredictor::new).build());

        assertThat(finding.standing()).isEqualTo(Standing.NOT_EXAMINED);
        assertThat(finding.evidence()).contains("can only predict here");
    }

    @Test
    void on_a_healthy_model_nothing_is_asked() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.classifier().build())) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<CheckReport> reports = runner.run(DefaultChecks.suite(), 1);
            Price before = laboratory.spent();

            Diagnosis diagnosis = new Diagnostician(runner).diagnose(reports);

            assertThat(diagnosis.isEmpty()).isTrue();
            assertThat(laboratory.spent()).isEqualTo(before);
        }
    }

    @Test
    void scores_that_happen_to_lie_between_0_and_1_are_not_taken_for_probabilities() {
        OutputProfile small = new OutputProfile(0.001, 0.009, 0.006, 0.01, 0.02, 0, 3, 0);
        OutputProfile scaled = new OutputProfile(0.1, 0.9, 0.6, 1.2, 1.5, 0, 3, 0);

        assertThat(new OutputRange(small, scaled).isThatOfProbabilities()).isFalse();
        assertThat(new OutputRange(small, scaled).isThatOfScores()).isTrue();
    }

    @Test
    void small_probabilities_of_many_classes_are_not_taken_for_scores() {
        OutputProfile even = new OutputProfile(0.001, 0.001, 0.001, 1, 1, 0, 1000, 0);
        OutputProfile certain = new OutputProfile(0, 1, 0.03, 1, 1, 0, 1000, 0);

        assertThat(new OutputRange(even, certain).isThatOfProbabilities()).isTrue();
        assertThat(new OutputRange(even, certain).isThatOfScores()).isFalse();
    }

    @Test
    void a_check_that_no_cause_knows_is_not_diagnosed() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.classifier().build())) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());

            assertThat(new Diagnostician(runner)
                            .diagnose(List.of(Diagnoses.violated(laboratory, "own-check"))))
                    .isEqualTo(Diagnosis.nothing());
        }
    }

    @Test
    void nothing_is_tried_beyond_the_budget() {
        try (Laboratory laboratory = new Laboratory(ReferenceModel.classifier().build())) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited().steps(10));

            Diagnosis diagnosis = new Diagnostician(runner)
                    .diagnose(List.of(Diagnoses.violated(laboratory, "one-batch-is-overfitted")));

            assertThat(diagnosis.notExamined())
                    .anySatisfy(finding -> assertThat(finding.evidence())
                            .contains("of the budget are left, and 'trial(unchanged)' may need"));
            assertThat(laboratory.spent().steps()).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void every_cause_has_a_name_and_a_symptom_of_its_own() {
        assertThat(Causes.all()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(Causes.all().stream().map(Cause::name).distinct())
                .hasSameSizeAs(Causes.all())
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)+"));
        assertThat(Causes.all()).extracting(Cause::suggestedBy).noneMatch(Set::isEmpty);
    }

    private static Finding examined(Cause cause, ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<CheckReport> all = Stream.of(
                            "one-batch-is-overfitted",
                            "training-changes-every-parameter",
                            "gradients-reach-every-parameter",
                            "labels-are-associated-with-inputs")
                    .map(id -> Diagnoses.violated(laboratory, id))
                    .toList();
            return new Diagnostician(runner).examined(cause, new Inquiry(runner, 1, all));
        }
    }

    /** Its inputs do not tell its examples apart. */
    private static ModelUnderTest blind() {
        return ReferenceModel.classifier()
                .layers(noise -> List.of(
                        Layers.elementwise("blind", x -> 1, y -> 0),
                        Layers.dense("first", ToyData.FEATURES, 24, noise),
                        Layers.tanh("tanh"),
                        Layers.dense("head", 24, ToyData.CLASSES, noise)))
                .task(Task.classification(ToyData.CLASSES))
                .build();
    }
}
