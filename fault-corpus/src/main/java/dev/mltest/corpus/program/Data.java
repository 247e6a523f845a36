package dev.mltest.corpus.program;

import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

/**
 * What a program learns and from what: the end of its own pipeline, the same for both engines and
 * for every seed. A fault of the pipeline overrides one method.
 */
public abstract class Data {

    /** What is to be learnt. */
    public abstract Task task();

    /** The examples to train on, as they leave the pipeline. */
    public abstract Dataset training();

    /** The examples to validate on, as they leave the pipeline. */
    public abstract Dataset validation();

    /** How often the training examples are gone through. */
    public int epochs() {
        return 8;
    }

    /** Examples in a training batch. */
    public int batchSize() {
        return 16;
    }

    /** How good these outputs are; higher is better. */
    public double score(NamedTensors outputs, Batch examples) {
        return Metrics.of(task(), outputs.first().toArray(), examples.target());
    }

    /**
     * What the best outputs that ignore the input score: the commonest class, the mean. Part of the
     * task, so no edit changes it.
     */
    public double trivialScore() {
        return Metrics.trivial(task(), validation());
    }
}
