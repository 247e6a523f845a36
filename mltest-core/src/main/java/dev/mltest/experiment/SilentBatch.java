package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import java.util.Optional;

/**
 * A few examples with which a loss can be brought to rest: values are estimated as the targets say,
 * and classes with a certainty that leaves no slope.
 */
final class SilentBatch {

    private static final int EXAMPLES = 4;
    private static final double CERTAIN = 1000;

    private final Bench bench;
    private final Trainable model;
    private final Task task;
    private final Batch rows;

    SilentBatch(Bench bench, Trainable model) {
        this.bench = bench;
        this.model = model;
        this.task = bench.subject().task();
        this.rows = bench.batch(0).firstRows(EXAMPLES);
    }

    Batch asItComes() {
        return rows;
    }

    /**
     * With the model's own outputs as targets if values are estimated; else one example repeated,
     * and the model brought to be certain of it, if it adds a bias to its outputs.
     */
    Batch thatIsRight() {
        return task instanceof Task.Regression || task instanceof Task.Reconstruction
                ? estimated()
                : certain(CERTAIN);
    }

    private Batch estimated() {
        model.seed(bench.seed());
        NamedTensors outputs = model.evaluate(rows, Mode.TRAINING).outputs();
        ArrayTensor own = outputs.first().toArray();
        ArrayTensor target = rows.target();
        return outputs.size() == 1 && own.length() == target.length()
                ? rows.withTargets(rows.targets()
                        .with(rows.targets().names().get(0), own.reshaped(target.shape())))
                : rows;
    }

    /**
     * One example repeated, and the model brought to score its classes as far up or down, if it
     * adds a bias to its outputs.
     */
    Batch certain(double score) {
        Batch repeated = rows.rows(new int[EXAMPLES]);
        right(repeated, score)
                .ifPresent(row -> model.parameters().stream()
                        .filter(Parameter::isTrainable)
                        .filter(parameter -> parameter.shape().elements() == row.length())
                        .reduce((earlier, last) -> last)
                        .ifPresent(bias -> model.assign(
                                bias.path(), row.as(bias.elementType()).reshaped(bias.shape()))));
        return repeated;
    }

    private Optional<ArrayTensor> right(Batch repeated, double score) {
        try {
            NamedTensors outputs = model.predict(repeated).toArrays();
            ArrayTensor perfect = ConstructedOutputs.of(task, outputs, repeated).perfect();
            return Optional.of(perfect.rows(0).map(x -> x > 0.5 ? score : -score));
        } catch (NotAvailableException unknown) {
            return Optional.empty();
        }
    }
}
