package dev.mltest.dl4j;

import dev.mltest.model.Predictor;

import org.nd4j.autodiff.samediff.SameDiff;

import java.util.List;

/** Wraps graphs on the highest rung they can honour. */
final class SameDiffWrapping {

    private SameDiffWrapping() {}

    /** The graph as a model; noise goes on where the thread's generator stands. */
    static Predictor of(String name, SameDiff graph, List<String> outputs, Ownership ownership) {
        Roles roles = new RoleReader(name, graph).read(outputs);
        SameDiffSubject subject = new SameDiffSubject(name, graph, roles, ownership);
        if (roles.losses().isEmpty()) {
            return new SameDiffPredictor(subject);
        }
        return graph.getTrainingConfig() == null
                ? new SameDiffDifferentiable(subject)
                : new SameDiffTrainable(subject);
    }
}
