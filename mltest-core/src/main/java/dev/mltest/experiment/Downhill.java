package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;

/**
 * Whether the data loss of a batch still falls if it is followed down its own gradient, by steps as
 * long as serve. At a stationary point of the data loss it falls no further; where a penalty holds
 * the weights back, it does.
 */
final class Downhill {

    private static final int STEPS = 48;
    private static final int LENGTHS = 6;
    private static final double SHRINK = 0.2;

    /** Of all steps. */
    static final Price PRICE = Price.forwards(1)
            .plus(Price.gradients(STEPS))
            .plus(Price.forwards((long) STEPS * LENGTHS));

    private Downhill() {}

    /**
     * The fall of the loss in inference mode; the model stays where that led.
     *
     * @param enough fall at which the question is answered
     */
    static double from(Differentiable model, Batch batch, double enough) {
        double start = loss(model, batch);
        double least = start;
        for (int step = 0; step < STEPS && start - least < enough; step++) {
            double from = least;
            least = model.scoped(() -> lowest(model, batch, from));
            if (least == from) {
                break;
            }
        }
        return Double.isFinite(start) ? start - least : 0;
    }

    /** The first length tried would bring the loss to 0 if the slope stayed as it is. */
    private static double lowest(Differentiable model, Batch batch, double from) {
        Values start = Values.of(model);
        Values slope = Values.copyOf(model.gradients(batch, Mode.INFERENCE).parameters());
        double steepness = slope.norm();
        double length = Math.max(Math.abs(from), 1e-3) / (steepness * steepness);
        for (int i = 0; i < LENGTHS && Double.isFinite(length); i++, length *= SHRINK) {
            start.plus(slope, -length).assignTo(model);
            double loss = loss(model, batch);
            if (loss < from) {
                return loss;
            }
        }
        start.assignTo(model);
        return from;
    }

    private static double loss(Differentiable model, Batch batch) {
        return model.scoped(() -> model.evaluate(batch, Mode.INFERENCE).loss());
    }
}
