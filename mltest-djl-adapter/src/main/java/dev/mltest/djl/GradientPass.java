package dev.mltest.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;

import dev.mltest.model.ConfigurationException;

import java.util.function.Supplier;

/** Forward and backward under a gradient collector that is closed whatever happens. */
final class GradientPass {

    private static final String NO_GRAPH = "does not require grad";

    private GradientPass() {}

    /**
     * Computes something and sends its gradient back. Nothing is sent back if the graph does not
     * reach anything that takes a gradient.
     *
     * @return what was computed
     */
    static NDArray backward(Engine engine, Supplier<NDArray> forward) {
        try (GradientCollector collector = open(engine)) {
            NDArray objective = forward.get();
            backward(collector, objective);
            return objective;
        }
    }

    private static void backward(GradientCollector collector, NDArray objective) {
        try {
            collector.backward(objective);
        } catch (EngineException e) {
            // DJL cannot be asked whether an array has a graph: hasGradient() knows of leaves only.
            if (!String.valueOf(e.getMessage()).contains(NO_GRAPH)) {
                throw e;
            }
        }
    }

    private static GradientCollector open(Engine engine) {
        try {
            return engine.newGradientCollector();
        } catch (IllegalStateException e) {
            throw new ConfigurationException(
                    "a GradientCollector is open elsewhere in this JVM, and DJL allows one at a time; open yours in a try-with-resources block and do not run it beside mltest",
                    e);
        }
    }
}
