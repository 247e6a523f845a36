package dev.mltest.experiment.treatment;

import dev.mltest.evidence.Price;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Treatment;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

/**
 * The model's own optimiser is not used. Each parameter is moved by hand against its gradient, by a
 * stated share of its own size, which becomes smaller until the end: descent that needs no learning
 * rate to be found for it (You, Gitman and Ginsburg 2017).
 *
 * @param mode in which gradients are taken
 */
public record ReferenceDescent(Mode mode) implements Treatment {

    private static final double SHARE = 0.05;
    private static final double LEAST_RMS = 0.01;

    @Override
    public String id() {
        return "reference-descent-" + mode;
    }

    @Override
    public Price pricePerStep() {
        return Price.gradients(1);
    }

    @Override
    public Treated prepare(Bench bench, Trainable model, Batch batch) {
        return Treated.of(
                batch,
                mode == Mode.INFERENCE ? "training mode" : "optimizer",
                "gradients are taken in %s mode and followed by hand"
                        .formatted(mode == Mode.INFERENCE ? "inference" : "training"));
    }

    @Override
    public void step(Trainable model, Batch batch, double rest) {
        Gradients gradients = model.gradients(batch, mode);
        gradients.parameters().forEach((path, gradient) -> {
            double slope = gradient.summary().norm();
            if (slope > 0 && Double.isFinite(slope)) {
                Tensor value = model.value(path).copy();
                double least = LEAST_RMS * Math.sqrt(value.shape().elements());
                double size = Math.max(value.summary().norm(), least);
                model.assign(path, value.plusScaled(gradient, -SHARE * rest * size / slope));
            }
        });
    }
}
