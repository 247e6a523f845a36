package dev.mltest.dl4j;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the updaters of a graph remember, copied. SameDiff makes them in the first step. */
final class UpdaterStates implements AutoCloseable {

    private final boolean begun;
    private final Map<String, INDArray> copies = new LinkedHashMap<>();

    UpdaterStates(SameDiff graph) {
        begun = graph.isInitializedTraining();
        if (begun) {
            live(graph).forEach((key, array) -> copies.put(key, HeapValues.vector(array)));
        }
    }

    private static Map<String, INDArray> live(SameDiff graph) {
        Map<String, INDArray> states = new LinkedHashMap<>();
        graph.getUpdaterMap().forEach((variable, updater) -> {
            GradientUpdater<?> typed = updater;
            typed.getState().forEach((part, array) -> states.put(part + " of " + variable, array));
        });
        return states;
    }

    /** Puts the states back; those that were not there yet are made as SameDiff makes them. */
    void putBack(SameDiff graph) {
        if (begun) {
            live(graph).forEach((key, array) -> array.assign(copies.get(key)));
        } else if (graph.isInitializedTraining()) {
            graph.getUpdaterMap().keySet().forEach(variable -> renew(graph, variable));
        }
    }

    private static void renew(SameDiff graph, String variable) {
        IUpdater updater = graph.getTrainingConfig().getUpdater();
        INDArray weight = graph.getVariable(variable).getArr();
        long size = updater.stateSize(weight.length());
        INDArray view = size == 0 ? null : Nd4j.createUninitialized(weight.dataType(), 1, size);
        GradientUpdater<?> fresh = updater.instantiate(view, false);
        fresh.setStateViewArray(view, weight.shape(), weight.ordering(), true);
        graph.getUpdaterMap().put(variable, fresh);
    }

    @Override
    public void close() {
        copies.values().stream().filter(copy -> !copy.wasClosed()).forEach(INDArray::close);
    }
}
