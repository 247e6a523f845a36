package dev.mltest.dl4j;

import dev.mltest.model.Mode;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.util.Map;

/**
 * The one thing that tells a SameDiff graph training from inference: a placeholder whose name ends
 * as that of Keras does. SameDiff itself fills it in {@code fit} and {@code output}.
 */
final class Phase {

    private static final String SWITCH = "keras_learning_phase";

    private Phase() {}

    /** Whether this is such a placeholder. */
    static boolean isSwitch(String placeholder) {
        return placeholder.endsWith(SWITCH);
    }

    /** Fills the graph's switches. */
    static void put(Mode mode, SameDiff graph, Map<String, INDArray> placeholders) {
        graph.inputs().stream()
                .filter(Phase::isSwitch)
                .forEach(name -> placeholders.put(name, Nd4j.scalar(mode == Mode.TRAINING)));
    }
}
