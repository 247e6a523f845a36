package dev.mltest.experiment;

import dev.mltest.model.Gradients;
import dev.mltest.model.ParameterPath;

import java.util.LinkedHashMap;
import java.util.Map;

/** The largest relative change of loss and gradients that perturbations have caused so far. */
final class Amplification {

    private static final double NEGLIGIBLE = 1e-3;

    private final GradientDistance distance;
    private final double loss;
    private final Map<ParameterPath, Double> ofGradients = new LinkedHashMap<>();
    private double ofLoss;

    Amplification(GradientDistance distance, double loss) {
        this.distance = distance;
        this.loss = loss;
    }

    void add(Gradients perturbed) {
        double change = Math.abs(perturbed.loss() - loss) / Math.max(Math.abs(loss), NEGLIGIBLE);
        ofLoss = Math.max(ofLoss, change);
        distance.of(perturbed).forEach((path, error) -> ofGradients.merge(path, error, Math::max));
    }

    double ofLoss() {
        return ofLoss;
    }

    double of(ParameterPath path) {
        return ofGradients.getOrDefault(path, 0.0);
    }
}
