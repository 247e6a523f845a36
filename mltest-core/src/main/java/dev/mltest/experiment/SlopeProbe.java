package dev.mltest.experiment;

import dev.mltest.evidence.CurvaturesEvidence.Curvature;
import dev.mltest.evidence.Slope;
import dev.mltest.evidence.SlopesEvidence.Moved;
import dev.mltest.model.Declarations;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.SurrogateGradients;
import dev.mltest.model.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Takes slopes and curvatures of a loss along directions, by its gradients and by itself. */
final class SlopeProbe {

    private static final NamedTensors NOWHERE = NamedTensors.none();

    private final LossAround around;
    private final double epsilon;
    private final LossAround.Gradient gradient;
    private final NamedTensors values;

    /**
     * At the present parameters.
     *
     * @param given what is declared; gradients that are meant to be no slopes are left out
     * @param epsilon of the number format that model and batch are in
     */
    SlopeProbe(LossAround around, Declarations given, double epsilon) {
        this.around = around;
        this.epsilon = epsilon;
        LossAround.Gradient all = around.gradientAt(NOWHERE, 0);
        Map<String, Tensor> judged = new LinkedHashMap<>(all.slopes().asMap());
        given.of(SurrogateGradients.class)
                .forEach(surrogate -> judged.keySet().removeIf(surrogate::covers));
        if (judged.isEmpty()) {
            throw new NotAvailableException("all gradients are declared to be surrogates");
        }
        this.gradient = new LossAround.Gradient(all.loss(), NamedTensors.copyOf(judged));
        this.values = gradient.slopes().map((name, slope) -> around.start(name));
    }

    double loss() {
        return gradient.loss();
    }

    /** Whether a second look sees the same. */
    boolean repeats() {
        return around.lossAt(NOWHERE, 0) == around.lossAt(NOWHERE, 0);
    }

    List<Moved> tensors() {
        return values.names().stream().map(this::moved).toList();
    }

    private Moved moved(String name) {
        return new Moved(
                name,
                values.get(name).shape(),
                LossAround.isInput(name)
                        ? Scatter.rms(values.get(name))
                        : Scatter.size(values.get(name)),
                gradient.slopes().get(name).summary().norm());
    }

    /** Normal numbers of the size of each of these tensors. */
    NamedTensors direction(List<String> names, RandomGenerator random) {
        Scatter scatter = new Scatter(random);
        NamedTensors direction = NOWHERE;
        for (String name : names) {
            direction = direction.with(
                    name,
                    LossAround.isInput(name)
                            ? scatter.likeFilled(values.get(name))
                            : scatter.like(values.get(name)));
        }
        return direction;
    }

    Slope slope(NamedTensors direction) {
        double here = around.lossAt(direction, 0);
        Slope slope = new SlopeAlong(distance -> around.lossAt(direction, distance), here, epsilon)
                .of(gradient.along(direction));
        around.putBack(direction);
        return slope;
    }

    /** Each example at a usual step to one side. */
    List<LossAround.Example> examples(NamedTensors direction, int side) {
        List<LossAround.Example> examples = around.examplesAt(direction, side * Math.cbrt(epsilon));
        around.putBack(direction);
        return examples;
    }

    Curvature curvature(NamedTensors u, NamedTensors v) {
        Curvature curvature = new CurvatureBetween(around, u, v, epsilon).measured(loss());
        around.putBack(u);
        return curvature;
    }
}
