package dev.mltest.corpus.tabular;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;

import java.util.Map;
import java.util.stream.IntStream;

/** What the loss says of outputs that are known. */
final class LossOracles {

    private static final double SURE = 50;

    private LossOracles() {}

    /** The loss of a batch is not that of the batch twice over. */
    static Oracle lossGrowsWithTheBatch() {
        return Measured.by(
                        "loss of a batch twice over, by that of the batch",
                        program -> NetworkOracles.started(program, run -> {
                            Batch batch = NetworkOracles.rows(program, 16);
                            return run.loss(Rows.join(batch, batch)) / run.loss(batch);
                        }))
                .isAbove(1.01);
    }

    /** The loss of outputs that are sure of the right class is not small. */
    static Oracle lossHasAFloor() {
        return Measured.by(
                        "loss when sure of the right class", program -> lossWhenSure(program, SURE))
                .isAbove(0.1);
    }

    /** The loss has no lower bound. */
    static Oracle lossBecomesNegative() {
        return Measured.by(
                        "loss when sure of the right class", program -> lossWhenSure(program, SURE))
                .isBelow(-1e-3);
    }

    /** The loss is smaller for the wrong answer than for the right one. */
    static Oracle lossRewardsErrors() {
        return Measured.by(
                        "loss when right minus loss when wrong",
                        program -> lossWhenSure(program, 4) - lossWhenSure(program, -4))
                .isAbove(0);
    }

    /** The loss of the examples of the last class when every score for this class is that high. */
    private static double lossWhenSure(Program program, double score) {
        return NetworkOracles.started(program, run -> {
            int outputs = 1;
            for (Map.Entry<String, ArrayTensor> entry : run.parameters().entrySet()) {
                if (entry.getKey().matches("head/(weight|W)")) {
                    run.assign(entry.getKey(), entry.getValue().map(any -> 0));
                } else if (entry.getKey().matches("head/(bias|b)")) {
                    outputs = entry.getValue().length();
                    run.assign(entry.getKey(), lastIs(score, entry.getValue()));
                }
            }
            return run.loss(ofClass(program, Math.max(1, outputs - 1)));
        });
    }

    private static ArrayTensor lastIs(double score, ArrayTensor biases) {
        double[] scores = new double[biases.length()];
        scores[scores.length - 1] = score;
        return ArrayTensor.of(ElementType.FLOAT32, biases.shape(), scores);
    }

    private static Batch ofClass(Program program, int wanted) {
        Batch all = TableOracles.all(program.data().training());
        return all.rows(IntStream.range(0, all.size())
                .filter(row -> Rows.classOf(all, row) == wanted)
                .toArray());
    }
}
