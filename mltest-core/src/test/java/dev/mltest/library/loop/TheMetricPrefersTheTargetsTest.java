package dev.mltest.library.loop;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.CheckSuite;
import dev.mltest.check.SuiteRun;
import dev.mltest.evidence.MetricEvidence;
import dev.mltest.evidence.MetricEvidence.Stage;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.MetricSanity;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.OwnLoops;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class TheMetricPrefersTheTargetsTest {

    private final Check check = new TheMetricPrefersTheTargets();
    private final ReferenceModel classifier = ReferenceModel.classifier();
    private final ReferenceModel regressor = ReferenceModel.regressor();

    @Test
    void holds_for_accuracy() {
        held(judge(check, classifier.builder().metric(OwnLoops::accuracy).build()));
    }

    @Test
    void holds_for_an_error_of_which_less_is_better() {
        held(judge(
                check, regressor.builder().errorMetric(OwnLoops::squaredError).build()));
    }

    @Test
    void holds_for_a_likelihood_that_is_infinitely_bad_at_the_opposite() {
        var written = WrittenEvidence.about(Task.binary())
                .with(
                        new MetricSanity(),
                        new MetricEvidence(
                                true, 256, 0, -0.7, Double.NEGATIVE_INFINITY, List.of()));

        held(judge(check, written));
    }

    @Test
    void catches_an_accuracy_of_one_column() {
        var model = binary().builder().metric(OwnLoops::accuracy).build();

        Approved.verify("the-metric-prefers-the-targets.one-column", failure(judge(check, model)));
    }

    @Test
    void catches_an_error_that_is_taken_for_a_score() {
        var model = regressor.builder().metric(OwnLoops::squaredError).build();

        assertThat(failure(judge(check, model))).contains("targets better than their opposite by");
    }

    @Test
    void catches_a_metric_that_counts_exact_hits_only() {
        var model = regressor
                .builder()
                .metric((outputs, batch) -> exactHits(outputs, batch))
                .build();

        Approved.verify("the-metric-prefers-the-targets.exact-hits", failure(judge(check, model)));
    }

    @Test
    void holds_for_a_share_of_hits_within_a_tolerance() {
        held(judge(
                check,
                regressor
                        .builder()
                        .metric((outputs, batch) -> hits(outputs, batch, 0.01))
                        .build()));
    }

    @Test
    void a_metric_that_is_no_number_at_the_start_has_no_way_to_go() {
        var model = binary().builder()
                .metric((outputs, batch) -> precision(outputs.first().toArray(), batch.target()))
                .build();

        held(judge(check, model));
    }

    @Test
    void a_model_that_is_perfect_already_gains_nothing() {
        var model = regressor
                .builder()
                .metric((outputs, batch) -> hits(outputs, batch, 50))
                .build();

        violated(judge(check, model));
        held(judge(check, written(new Stage(1, 0.5, 1), new Stage(1e-4, 0.1, 1))));
        held(judge(check, written(new Stage(1, 0.5, 0.5), new Stage(1e-4, 0.5, 0.5))));
    }

    @Test
    void a_metric_that_falls_on_the_way_is_accused_by_recorded_evidence_too() {
        violated(judge(check, written(new Stage(1, 0.5, 0.7), new Stage(1e-4, 0.1, 0.6))));
        violated(judge(check, written(new Stage(1, 0.5, 0.7), new Stage(1e-4, 0.1, Double.NaN))));
    }

    private static WrittenEvidence written(Stage... way) {
        return WrittenEvidence.about(Task.binary())
                .with(new MetricSanity(), new MetricEvidence(true, 256, 1, 0.5, 0, List.of(way)));
    }

    private static double exactHits(NamedTensors outputs, Batch batch) {
        return hits(outputs, batch, 0);
    }

    private static double hits(NamedTensors outputs, Batch batch, double tolerance) {
        ArrayTensor values = outputs.first().toArray();
        double hits = 0;
        for (int i = 0; i < values.length(); i++) {
            hits += Math.abs(values.get(i) - batch.target().get(i)) <= tolerance ? 1 : 0;
        }
        return hits / values.length();
    }

    private static double precision(ArrayTensor outputs, ArrayTensor labels) {
        double positive = 0;
        double right = 0;
        for (int i = 0; i < outputs.length(); i++) {
            positive += outputs.get(i) > 5 ? 1 : 0;
            right += outputs.get(i) > 5 ? labels.get(i) : 0;
        }
        return right / positive;
    }

    @Test
    void a_metric_that_is_no_number_prefers_nothing() {
        var model = classifier.builder().metric((outputs, batch) -> Double.NaN).build();

        violated(judge(check, model));
    }

    @Test
    void the_same_value_throughout_is_a_violation_also_in_recorded_evidence() {
        var constant = WrittenEvidence.about(Task.binary())
                .with(new MetricSanity(), new MetricEvidence(true, 0, 0, 0, 0, List.of()));

        violated(judge(check, constant));
    }

    @Test
    void a_metric_that_throws_leaves_the_other_checks_their_verdicts() {
        var model = classifier
                .builder()
                .metric((outputs, batch) -> {
                    throw new IllegalStateException("no labels");
                })
                .build();
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            CheckSuite suite =
                    new CheckSuite("two", List.of(check, DefaultChecks.examplesDoNotMix()));
            SuiteRun run = SuiteRun.of(suite, each -> runner.run(each, 1));

            assertThat(run.reports())
                    .extracting(CheckReport::checkId)
                    .containsExactly("examples-do-not-mix");
            assertThat(run.error().orElseThrow())
                    .hasMessage("configuration: the declared metric threw"
                            + " java.lang.IllegalStateException: no labels; make it run by itself"
                            + " first (not judged without it: the-metric-prefers-the-targets)");
        }
    }

    @Test
    void targets_that_are_all_alike_tell_nothing() {
        Batch alike = ToyData.values(32);
        var model = regressor
                .data(alike.withTargets(alike.targets()
                        .map((name, target) ->
                                ArrayTensor.filled(ElementType.FLOAT32, target.shape(), 1))))
                .builder()
                .errorMetric(OwnLoops::squaredError)
                .build();

        assertThat(reason(judge(check, model)))
                .isEqualTo("all targets are alike, so no metric can tell");
    }

    @Test
    void where_outputs_are_no_targets_none_can_be_made() {
        var model = regressor
                .task(Task.custom("a game"))
                .builder()
                .metric(OwnLoops::squaredError)
                .build();

        assertThat(reason(judge(check, model))).contains("a game");
    }

    @Test
    void without_a_metric_there_is_nothing_to_examine() {
        assertThat(reason(judge(check, classifier)))
                .isEqualTo(
                        "no metric is declared; write .metric((outputs, batch) -> accuracy(outputs,"
                                + " batch))");
    }

    private ReferenceModel binary() {
        Batch values = ToyData.values(256);
        ArrayTensor labels = values.target().map(x -> x > 0 ? 1 : 0);
        return regressor
                .task(Task.binary())
                .data(Batch.of(values.input("input"), labels.reshaped(Shape.of(values.size(), 1))));
    }
}
