package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Trainable;

import java.util.List;

/** A SameDiff graph with a loss and a training configuration. */
final class SameDiffTrainable extends SameDiffDifferentiable implements Trainable {

    SameDiffTrainable(SameDiffSubject subject) {
        super(subject);
    }

    /** SameDiff's own loop reports a loss of 0, so the loss takes a pass of its own. */
    @Override
    public double step(Batch batch) {
        requireDescent();
        List<String> losses = subject().roles().losses();
        return subject().pass(batch, Mode.TRAINING, feed -> {
            differentiation().prepare();
            double loss = Noise.unnoticed(
                    () -> subject().compute(feed, Mode.TRAINING, losses).sum(losses));
            subject().fit(feed);
            return loss;
        });
    }

    private void requireDescent() {
        if (!subject().graph().getTrainingConfig().isMinimize()) {
            throw new NotAvailableException(
                    "the TrainingConfig of '%s' maximises, and mltest knows only losses to minimise"
                            .formatted(this));
        }
    }
}
