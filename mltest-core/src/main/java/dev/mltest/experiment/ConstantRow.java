package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;

import java.util.Comparator;
import java.util.List;

/**
 * Outputs that are the same for every example (for a language model, at every position), and what
 * they cost by the model's own loss. The best ones are looked for among those that theory suggests;
 * if there are few columns, a pattern search goes on from there.
 */
final class ConstantRow {

    private static final int FEW = 16;
    private static final double WIDEST = 4;
    private static final double NARROWEST = 1.0 / 16;

    private final Differentiable model;
    private final Task task;
    private final Batch batch;
    private final NamedTensors outputs;

    /** On this batch; of the outputs only the form matters. */
    ConstantRow(Differentiable model, Task task, Batch batch, NamedTensors outputs) {
        this.model = model;
        this.task = task;
        this.batch = batch;
        this.outputs = outputs;
    }

    /**
     * The best constant outputs; empty if unknown.
     *
     * @param pseudoCount examples that every class gets for nothing, so that a class that is absent
     *     here is not ruled out elsewhere
     */
    double[] best(double pseudoCount) {
        double[] best = new ConstantCandidates(task, batch, outputs.first())
                .rows(pseudoCount).stream()
                        .filter(row -> Double.isFinite(loss(row)))
                        .min(Comparator.comparingDouble(this::loss))
                        .orElse(new double[0]);
        boolean isFree = !ConstantCandidates.areProbabilities(task);
        return isFree && best.length <= FEW ? refined(best) : best;
    }

    /** Loss of these outputs; NaN if it cannot be evaluated. */
    double loss(double[] row) {
        Tensor like = outputs.first();
        long elements = like.shape().elements();
        if (outputs.size() != 1 || row.length == 0 || elements % row.length != 0) {
            return Double.NaN;
        }
        double[] values = new double[Math.toIntExact(elements)];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[i % row.length];
        }
        ArrayTensor typed = ArrayTensor.of(ElementType.FLOAT64, like.shape(), values);
        try {
            return model.lossOf(
                    NamedTensors.of(outputs.names().get(0), typed.as(like.elementType())), batch);
        } catch (NotAvailableException unavailable) {
            return Double.NaN;
        }
    }

    private double[] refined(double[] start) {
        double[] row = start.clone();
        double least = loss(row);
        for (double step = WIDEST; step >= NARROWEST; step /= 2) {
            for (int column = 0; column < row.length; column++) {
                for (double move : List.of(step, -step)) {
                    row[column] += move;
                    double loss = loss(row);
                    if (loss < least) {
                        least = loss;
                    } else {
                        row[column] -= move;
                    }
                }
            }
        }
        return row;
    }
}
