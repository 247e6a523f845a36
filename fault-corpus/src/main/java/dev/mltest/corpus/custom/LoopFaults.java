package dev.mltest.corpus.custom;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.oracle.RoundTrip;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.Map;
import java.util.Objects;

/** Faults of what the training loop and the stored model know of the weights. */
final class LoopFaults {

    private static final String WEIGHT = "embed1/weight";

    private LoopFaults() {}

    /** DL4J computes each gradient anew. */
    @Fault(
            value = "TL01",
            at = {"loop*", "optimizer*"})
    static Edit gradientsAddUp() {
        return Edit.of(new ByHand() {
                    @Override
                    void clear(NDArray gradient) {}
                })
                .shownBy(Measured.by(
                                "second step against its own gradient, relative distance",
                                LoopFaults::secondStep)
                        .isAbove(0.01));
    }

    private static double secondStep(Program program) {
        Batch batch = program.data().training().examples(0, 1, 2, 3, 4, 5, 6, 7);
        ArrayTensor gradient;
        try (Run run = program.start(1)) {
            run.step(batch);
            gradient = weight(run.gradients(batch));
        }
        try (Run run = program.start(1)) {
            run.step(batch);
            ArrayTensor before = weight(run.parameters());
            run.step(batch);
            ArrayTensor wanted = before.plusScaled(gradient, -program.learningRate());
            ArrayTensor after = weight(run.parameters());
            return norm(after.plusScaled(wanted, -1)) / norm(before.plusScaled(wanted, -1));
        }
    }

    private static ArrayTensor weight(Map<String, ArrayTensor> values) {
        return Objects.requireNonNull(values.get(WEIGHT));
    }

    private static double norm(ArrayTensor tensor) {
        double squares = 0;
        for (double value : tensor.toDoubles()) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    /** A layer of DL4J has no other place for weights than its table of parameters. */
    @Fault(
            value = "GR08",
            at = {"prototypes*", "prototypes/**"})
    static Edit centresNotRegistered() {
        return Edit.of(new DjlPrototypes() {
                    @Override
                    Block prototypes() {
                        return new UnregisteredPrototypes(Clusters.CLASSES);
                    }
                })
                .shownBy(RoundTrip.changesOutputs());
    }
}
