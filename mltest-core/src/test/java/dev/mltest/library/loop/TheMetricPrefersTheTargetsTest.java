package dev.mltest.library.loop;

import static dev.mltest.testing.Verdicts.failure;
import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;
import static dev.mltest.testing.Verdicts.reason;
import static dev.mltest.testing.Verdicts.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.evidence.MetricEvidence;
import dev.mltest.experiment.MetricSanity;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.testing.Approved;
import dev.mltest.testing.OwnLoops;
import dev.mltest.testing.ReferenceModel;
import dev.mltest.testing.ToyData;
import dev.mltest.testing.WrittenEvidence;

import org.junit.jupiter.api.Test;

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
                        new MetricEvidence(true, 256, 0, -0.7, Double.NEGATIVE_INFINITY));

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
    void a_metric_that_is_no_number_prefers_nothing() {
        var model = classifier.builder().metric((outputs, batch) -> Double.NaN).build();

        violated(judge(check, model));
    }

    @Test
    void the_same_value_throughout_is_a_violation_also_in_recorded_evidence() {
        var constant = WrittenEvidence.about(Task.binary())
                .with(new MetricSanity(), new MetricEvidence(true, 0, 0, 0, 0));

        violated(judge(check, constant));
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
