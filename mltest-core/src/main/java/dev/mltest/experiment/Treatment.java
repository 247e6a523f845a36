package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Trainable;

/**
 * One thing that is changed about a training, to see whether a symptom goes away with it. Holds no
 * state; two treatments of the same id are the same.
 */
public interface Treatment {

    /** Stable name with its parameters, for example {@code update-times-0.1}. */
    String id();

    /** What one step costs. */
    default Price pricePerStep() {
        return Price.steps(1);
    }

    /** Changes data or model before the first step. The model is put back later. */
    Treated prepare(Bench bench, Trainable model, Batch batch);

    /**
     * Takes one step.
     *
     * @param rest share of the training that is left, from 1 down to nearly 0
     */
    default void step(Trainable model, Batch batch, double rest) {
        model.step(batch);
    }

    /**
     * What is trained.
     *
     * @param batch the batch to learn
     * @param place where something was changed
     * @param change what was changed, with figures
     * @param isIdle whether there was nothing to change
     */
    record Treated(Batch batch, String place, String change, boolean isIdle) {

        /** Something was changed. */
        public static Treated of(Batch batch, String place, String change) {
            return new Treated(batch, place, change, false);
        }

        /** There is nothing to change. */
        public static Treated idle(Batch batch, String place, String why) {
            return new Treated(batch, place, why, true);
        }
    }
}
