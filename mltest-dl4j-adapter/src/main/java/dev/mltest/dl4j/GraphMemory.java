package dev.mltest.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a SameDiff graph holds on to. */
final class GraphMemory {

    private GraphMemory() {}

    /** Frees variables and what the sessions of the graph and its gradient function keep. */
    static void free(SameDiff graph) {
        if (graph.hasGradientFunction()) {
            closeSessions(graph.getFunction("grad"));
        }
        closeSessions(graph);
        graph.variables().stream()
                .filter(variable -> variable.getVariableType() == VariableType.VARIABLE)
                .map(SDVariable::getArr)
                .filter(INDArray::closeable)
                .forEach(INDArray::close);
    }

    /**
     * Frees what the sessions of a graph keep between calls; it makes new ones as it needs them.
     */
    static void closeSessions(SameDiff graph) {
        graph.getSessions().values().stream()
                .map(InferenceSession::getMmgr)
                .forEach(memory -> memory.close());
        graph.getSessions().clear();
    }
}
