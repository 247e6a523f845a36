package dev.mltest.model;

import java.util.function.Supplier;

/**
 * The lowest rung: a model that turns inputs into outputs, as in production. An ONNX or traced
 * model is one. Not safe for use by several threads at once.
 */
public interface Predictor extends AutoCloseable {

    /** What computes. */
    Provenance provenance();

    /** Opens a region; tensors made in it by this thread are freed when it is closed. */
    Scope openScope();

    /** Does some work in a scope of its own; what it returns must not live in the framework. */
    default <T> T scoped(Supplier<T> work) {
        Scope scope = openScope();
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }

    /**
     * Outputs in inference mode. Nothing of the model moves. Targets are ignored.
     *
     * @param batch inputs of shape [N x ...]
     * @return outputs, axis 0 running over the N examples
     */
    NamedTensors predict(Batch batch);

    /**
     * How to start a process in which this model computes with so many threads.
     *
     * @throws NotAvailableException if there is no switch for it
     */
    default JvmSettings threads(int count) {
        throw new NotAvailableException(
                "nothing says how many threads %s computes with".formatted(provenance()));
    }

    /** Frees the model. */
    @Override
    void close();
}
