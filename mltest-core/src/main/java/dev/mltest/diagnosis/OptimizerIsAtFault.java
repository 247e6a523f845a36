package dev.mltest.diagnosis;

import java.util.Set;

/**
 * Taken away by following the gradients by hand, without the optimiser. Comes after all causes that
 * say what it is about the optimiser.
 */
final class OptimizerIsAtFault implements Cause {

    @Override
    public String name() {
        return "optimizer-is-at-fault";
    }

    @Override
    public String statement() {
        return "something that the optimizer does keeps it from learning";
    }

    @Override
    public Set<Symptom> suggestedBy() {
        return Set.of(Symptom.CREEPS, Symptom.DOES_NOT_LEARN, Symptom.CLIMBS);
    }

    @Override
    public Finding examine(Inquiry inquiry) {
        Comparison byHand = Comparison.byHand(inquiry);
        String evidence = byHand.describe("with its gradients followed by hand");
        return byHand.cures() ? confirmed("optimizer", evidence) : refuted("optimizer", evidence);
    }
}
