package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.weightinit.impl.XavierInitScheme;

import java.util.function.LongFunction;

/** Small SameDiff graphs with a batch that fits. */
enum Graphs {
    REGRESSION(Graphs::regression, Samples.numbers(5, 3)),
    CLASSIFIER(Graphs::classifier, Samples.classes(6, 4)),
    RESIDUAL(Graphs::residual, Samples.classes(6, 4)),
    PAIRS(Graphs::pairs, Samples.pairs(6)),
    NOISY(Graphs::noisy, Samples.classes(6, 4));

    final LongFunction<SameDiff> graph;
    final Batch batch;

    Graphs(LongFunction<SameDiff> graph, Batch batch) {
        this.graph = graph;
        this.batch = batch;
    }

    SameDiffModelBuilder builder() {
        return builder(graph, batch).outputs(outputs());
    }

    /** What has to be named: with two outputs the graph does not say which. */
    String[] outputs() {
        return this == PAIRS ? new String[] {"logits", "estimate"} : new String[0];
    }

    static SameDiffModelBuilder builder(LongFunction<SameDiff> graph, Batch batch) {
        return Dl4j.sameDiff("tiny", graph).task(Task.custom("any")).trainingData(batch);
    }

    Trainable trainable() {
        return (Trainable) builder().build().factory().create(Models.SEED, Device.cpu());
    }

    /** Adam with L2, one feature and one label array. */
    static TrainingConfig.Builder config() {
        return TrainingConfig.builder()
                .updater(new Adam(0.01))
                .l2(0.01)
                .dataSetFeatureMapping("input")
                .dataSetLabelMapping("label");
    }

    static SDVariable input(SameDiff graph, String name, long features) {
        return graph.placeHolder(name, DataType.FLOAT, -1, features);
    }

    /** An affine map with weights of its own. */
    static SDVariable dense(SameDiff graph, String name, SDVariable from, long in, long out) {
        SDVariable w =
                graph.var(name + "/w", new XavierInitScheme('c', in, out), DataType.FLOAT, in, out);
        SDVariable b = graph.var(name + "/b", Nd4j.zeros(DataType.FLOAT, 1, out));
        return from.mmul(w).add(b);
    }

    private static SameDiff regression(long seed) {
        SameDiff graph = SameDiff.create();
        SDVariable label = input(graph, "label", 1);
        SDVariable estimate = dense(graph, "linear", input(graph, "input", 3), 3, 1);
        graph.loss.meanSquaredError("loss", label, estimate.rename("estimate"), null);
        graph.setTrainingConfig(config().build());
        return graph;
    }

    private static SameDiff classifier(long seed) {
        SameDiff graph = SameDiff.create();
        SDVariable hidden =
                graph.math.tanh("hidden", dense(graph, "first", input(graph, "input", 4), 4, 5));
        return classified(graph, dense(graph, "second", hidden, 5, 3));
    }

    /** About a million parameters. */
    static Trainable wide(Batch batch) {
        SameDiffModelBuilder builder = builder(
                seed -> {
                    SameDiff graph = SameDiff.create();
                    SDVariable hidden =
                            dense(graph, "first", input(graph, "input", 256), 256, 4096);
                    return classified(
                            graph, dense(graph, "second", graph.math.tanh(hidden), 4096, 3));
                },
                batch);
        return (Trainable) builder.build().factory().create(Models.SEED, Device.cpu());
    }

    /** Ends a graph in a loss over three classes. */
    static SameDiff classified(SameDiff graph, SDVariable logits) {
        SDVariable label = input(graph, "label", 3);
        graph.loss.softmaxCrossEntropy("loss", label, logits.rename("logits"), null);
        graph.setTrainingConfig(config().build());
        return graph;
    }

    private static SameDiff residual(long seed) {
        SameDiff graph = SameDiff.create();
        SDVariable stem = dense(graph, "stem", input(graph, "input", 4), 4, 4);
        SDVariable branch = dense(
                graph,
                "branch/second",
                graph.math.tanh(dense(graph, "branch/first", stem, 4, 4)),
                4,
                4);
        return classified(graph, dense(graph, "head", stem.add("sum", branch), 4, 3));
    }

    /** Two inputs, two targets, two losses. */
    private static SameDiff pairs(long seed) {
        SameDiff graph = SameDiff.create();
        SDVariable left = dense(graph, "left", input(graph, "a", 3), 3, 4);
        SDVariable right = dense(graph, "right", input(graph, "b", 2), 2, 4);
        SDVariable joined = graph.math.tanh("joined", left.mul(right));
        SDVariable logits = dense(graph, "kinds", joined, 4, 3).rename("logits");
        SDVariable estimate = dense(graph, "sizes", joined, 4, 2).rename("estimate");
        graph.loss.softmaxCrossEntropy("lossOfKind", input(graph, "kind", 3), logits, null);
        graph.loss.meanSquaredError("lossOfSize", input(graph, "size", 2), estimate, null);
        graph.setTrainingConfig(config().dataSetFeatureMapping("a", "b")
                .dataSetLabelMapping("kind", "size")
                .build());
        return graph;
    }

    /** Drops half of the hidden values, in every mode. */
    private static SameDiff noisy(long seed) {
        SameDiff graph = SameDiff.create();
        SDVariable hidden = dense(graph, "first", input(graph, "input", 4), 4, 5);
        SDVariable kept = graph.random.bernoulli("kept", 0.5, DataType.FLOAT, 6, 5);
        return classified(graph, dense(graph, "second", hidden.mul(kept), 5, 3));
    }
}
