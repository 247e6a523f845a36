package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

import java.util.function.BiFunction;

/** SameDiff programs of a useful size, correct ones and others. */
final class SameDiffPrograms {

    private static final int FEATURES = 6;
    private static final int HIDDEN = 32;

    private SameDiffPrograms() {}

    static ModelUnderTest classifier(Batch data) {
        return classifier("samediff classifier", data, (graph, logits) -> logits);
    }

    /** A classifier that does something to its logits. */
    static ModelUnderTest classifier(
            String name, Batch data, BiFunction<SameDiff, SDVariable, SDVariable> change) {
        return Dl4j.sameDiff(name, seed -> {
                    SameDiff graph = SameDiff.create();
                    SDVariable logits = change.apply(graph, head(graph, 3));
                    return Graphs.classified(graph, logits);
                })
                .task(Task.classification(3).fromLogits())
                .trainingData(data)
                .build();
    }

    static SDVariable head(SameDiff graph, long outputs) {
        SDVariable input = Graphs.input(graph, "input", FEATURES);
        SDVariable hidden =
                graph.nn.relu("hidden", Graphs.dense(graph, "first", input, FEATURES, HIDDEN), 0);
        return Graphs.dense(graph, "second", hidden, HIDDEN, outputs);
    }

    static ModelUnderTest regression(Batch data) {
        return Dl4j.sameDiff("samediff regression", seed -> {
                    SameDiff graph = SameDiff.create();
                    SDVariable label = Graphs.input(graph, "label", 1);
                    SDVariable estimate = head(graph, 1).rename("estimate");
                    graph.loss.meanSquaredError("loss", label, estimate, null);
                    graph.setTrainingConfig(Graphs.config().build());
                    return graph;
                })
                .task(Task.regression())
                .trainingData(sums(data))
                .build();
    }

    /** Half the sum of the first and the last feature, to predict. */
    private static Batch sums(Batch data) {
        double[] values = data.input("input").toDoubles();
        double[] sums = new double[data.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = (values[i * FEATURES] + values[i * FEATURES + FEATURES - 1]) / 2;
        }
        return data.withTargets(NamedTensors.of(
                "target", ArrayTensor.of(ElementType.FLOAT32, Shape.of(sums.length, 1), sums)));
    }
}
