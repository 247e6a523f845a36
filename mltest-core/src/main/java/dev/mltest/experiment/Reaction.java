package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Snapshot;
import dev.mltest.model.TensorDifference;

/**
 * What a model makes of a batch: its outputs in inference mode and, if it has one, its loss in
 * training mode under one and the same noise. Running statistics are as before.
 *
 * @param outputs the outputs
 * @param loss the loss; 0 if the model has none
 */
record Reaction(NamedTensors outputs, double loss) {

    static Reaction of(Bench bench, Batch batch) {
        Predictor model = bench.predictor();
        return model.scoped(() -> new Reaction(
                model.predict(batch).toArrays(), trainingLoss(model, batch, bench.seed())));
    }

    private static double trainingLoss(Predictor model, Batch batch, long seed) {
        if (!(model instanceof Differentiable differentiable) || batch.targets().isEmpty()) {
            return 0;
        }
        try (Snapshot before = differentiable.snapshot()) {
            differentiable.seed(seed);
            double loss = differentiable.evaluate(batch, Mode.TRAINING).loss();
            differentiable.restore(before);
            return loss;
        }
    }

    /** Largest absolute difference of any output or of the loss; infinite if not comparable. */
    double distance(Reaction other) {
        double largest = Math.abs(loss - other.loss);
        for (String name : outputs.names()) {
            ArrayTensor from = outputs.get(name).toArray();
            ArrayTensor to = other.outputs.get(name).toArray();
            if (!from.shape().equals(to.shape())) {
                return Double.POSITIVE_INFINITY;
            }
            TensorDifference difference = from.differenceFrom(to);
            boolean comparable = difference.nonFinite() == 0;
            largest =
                    comparable ? Math.max(largest, difference.maxAbs()) : Double.POSITIVE_INFINITY;
        }
        return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
    }
}
