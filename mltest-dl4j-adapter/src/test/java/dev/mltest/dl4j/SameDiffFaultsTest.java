package dev.mltest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.FailureText;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Faults in SameDiff programs are caught and named. */
class SameDiffFaultsTest {

    private static final Batch DATA = Samples.learnable(6);

    private static List<CheckReport> reports(ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            return new CheckRunner(laboratory, Budget.unlimited()).run(DefaultChecks.suite(), 1);
        }
    }

    private static Map<String, String> accusations(ModelUnderTest model) {
        return reports(model).stream()
                .filter(report -> report.outcome() instanceof Outcome.Violated)
                .collect(Collectors.toMap(
                        CheckReport::checkId, report -> FailureText.of(report, "seed 1")));
    }

    @Test
    void softmax_twice() {
        ModelUnderTest model = SameDiffPrograms.classifier(
                "softmax twice", DATA, (graph, logits) -> graph.nn.softmax(logits));
        assertThat(accusations(model).get("softmax-is-applied-once"))
                .contains("scores are normalised twice on their way to the loss")
                .contains("logits   times normalised = 2");
    }

    @Test
    void a_variable_that_does_not_reach_the_loss() {
        ModelUnderTest model =
                SameDiffPrograms.classifier("idle variable", DATA, (graph, logits) -> {
                    graph.var("gate/scale", Nd4j.ones(DataType.FLOAT, 1, 3)).mul(logits);
                    return logits;
                });
        Map<String, String> found = accusations(model);
        assertThat(found)
                .containsOnlyKeys(
                        "gradients-reach-every-parameter", "training-changes-every-parameter");
        assertThat(found.get("gradients-reach-every-parameter")).contains("gate/scale [1x3]");
    }

    @Test
    void a_gradient_that_is_cut() {
        ModelUnderTest model = SameDiffPrograms.classifier(
                "rounded",
                DATA,
                (graph, logits) -> logits.mul(0)
                        .add(Graphs.dense(
                                graph,
                                "third",
                                graph.getVariable("hidden")
                                        .castTo(DataType.INT32)
                                        .castTo(DataType.FLOAT),
                                32,
                                3)));
        assertThat(accusations(model).get("gradients-reach-every-parameter"))
                .contains("first/w [6x32]")
                .contains("nudging");
    }

    @Test
    void noise_in_predictions() {
        ModelUnderTest model = SameDiffPrograms.classifier(
                "noisy",
                DATA,
                (graph, logits) -> logits.add(graph.random.normal(0, 1, DataType.FLOAT, 1, 3)));
        assertThat(accusations(model)).containsKey("predictions-repeat");
    }

    @Test
    void a_mean_over_the_batch() {
        ModelUnderTest model = SameDiffPrograms.classifier(
                "batch mean", DATA, (graph, logits) -> logits.sub(logits.mean(true, 0)));
        assertThat(accusations(model).get("examples-do-not-mix")).contains("logits");
    }

    @Test
    void without_a_training_configuration_the_reason_is_visible() {
        ModelUnderTest model = Dl4j.sameDiff("untrained", seed -> {
                    var graph = Graphs.CLASSIFIER.graph.apply(seed);
                    graph.setTrainingConfig(null);
                    graph.setOutputs("logits");
                    return graph;
                })
                .task(dev.mltest.model.Task.classification(3))
                .trainingData(Samples.classes(64, 4))
                .build();
        List<CheckReport> reports = reports(model);
        assertThat(reports)
                .filteredOn(report -> report.checkId().equals("training-changes-every-parameter"))
                .extracting(report -> report.outcome().toString())
                .singleElement()
                .asString()
                .contains("it has no optimizer");
        assertThat(reports)
                .filteredOn(report -> report.checkId().equals("softmax-is-applied-once"))
                .extracting(CheckReport::outcome)
                .allMatch(outcome -> outcome instanceof Outcome.Held)
                .hasSize(1);
    }
}
