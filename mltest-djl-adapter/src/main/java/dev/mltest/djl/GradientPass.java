package dev.mltest.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Mode;

import java.util.function.Supplier;

/** Forward and backward under a gradient collector that is closed whatever happens. */
final class GradientPass {

    private GradientPass() {}

    /**
     * Computes something and sends its gradient back. Nothing is sent back if the graph does not
     * reach anything that takes a gradient.
     *
     * @return what was computed
     */
    static NDArray backward(Network network, Mode mode, Supplier<NDArray> forward) {
        try (GradientCollector collector = open(network, mode)) {
            NDArray objective = forward.get();
            backward(network, collector, objective);
            return objective;
        }
    }

    private static void backward(Network network, GradientCollector collector, NDArray objective) {
        try {
            collector.backward(objective);
        } catch (EngineException e) {
            if (!network.switches().isLackOfGraph(e)) {
                throw e;
            }
        }
    }

    private static GradientCollector open(Network network, Mode mode) {
        try {
            return network.switches().collector(network.engine(), mode);
        } catch (IllegalStateException e) {
            throw new ConfigurationException(
                    "a GradientCollector is open elsewhere in this JVM, and DJL allows one at a time; open yours in a try-with-resources block and do not run it beside mltest",
                    e);
        }
    }
}
