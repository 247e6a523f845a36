package dev.mltest.experiment;

import dev.mltest.evidence.PrecisionEvidence;
import dev.mltest.evidence.PrecisionEvidence.GradientError;
import dev.mltest.evidence.PrecisionEvidence.Pair;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much do layers, loss and gradients lose to the model's own precision, and how much of that is
 * the problem's own sensitivity? A backward stable computation errs about as much as perturbing its
 * data by one unit in the last place does (Higham, Accuracy and Stability of Numerical Algorithms,
 * chapter 1), so that perturbation of the twin is the yardstick.
 */
public record PrecisionShadow() implements Experiment<PrecisionEvidence> {

    private static final int PERTURBATIONS = 3;
    private static final int EXAMPLES = 8;
    private static final double NEGLIGIBLE = 1e-3;

    @Override
    public String id() {
        return "precision-shadow";
    }

    @Override
    public Class<PrecisionEvidence> evidenceType() {
        return PrecisionEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.gradients(2 + PERTURBATIONS)
                .plus(Price.forwards(2 * (2 + PERTURBATIONS) + 3))
                .plus(new Price(0, 0, 0, 2));
    }

    @Override
    public PrecisionEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        ElementType type = belowDouble(model);
        Batch batch = bench.batch(0);
        try (Differentiable twin = model.inDoublePrecision()) {
            Gradients own = model.gradients(batch, Mode.INFERENCE);
            Gradients exact = twin.gradients(batch, Mode.INFERENCE);
            GradientDistance distance = new GradientDistance(exact, NEGLIGIBLE);
            List<LayerErrors> layers = layers(bench, batch.firstRows(EXAMPLES), model, twin);
            Amplification amplification = amplification(bench, twin, batch, type, exact, layers);
            return new PrecisionEvidence(
                    type.name(),
                    type.epsilon(),
                    new Pair(own.loss(), exact.loss()),
                    amplification.ofLoss(),
                    errors(exact, distance.of(own), amplification),
                    layers.stream().flatMap(each -> each.found().stream()).toList());
        }
    }

    private static List<LayerErrors> layers(
            Bench bench, Batch batch, Differentiable model, Differentiable twin) {
        StressRange range = StressRange.of(bench.subject().task(), batch);
        List<LayerErrors> layers = new ArrayList<>();
        layers.add(new LayerErrors("", batch, model, twin));
        FarInputs.of(batch, twin, range)
                .map(far -> new LayerErrors("inputs far from 0", far, model, twin))
                .ifPresent(layers::add);
        return layers;
    }

    /** Moves the twin's parameters and inputs by as much as round-off would, several times. */
    private static Amplification amplification(
            Bench bench,
            Differentiable twin,
            Batch batch,
            ElementType type,
            Gradients exact,
            List<LayerErrors> layers) {
        Amplification amplification =
                new Amplification(new GradientDistance(exact, NEGLIGIBLE), exact.loss());
        Map<ParameterPath, Tensor> values = values(twin);
        for (int i = 0; i < PERTURBATIONS; i++) {
            Perturbation perturbation =
                    new Perturbation(type.epsilon(), bench.random("perturbation " + i));
            values.forEach((path, value) -> twin.assign(path, perturbation.of(value)));
            Batch moved = batch.withInputs(perturbation.of(batch.inputs()));
            amplification.add(twin.gradients(moved, Mode.INFERENCE));
            layers.forEach(each -> each.perturb(twin, perturbation));
        }
        return amplification;
    }

    private static List<GradientError> errors(
            Gradients exact, Map<ParameterPath, Double> errors, Amplification amplification) {
        return errors.entrySet().stream()
                .map(entry -> new GradientError(
                        entry.getKey(),
                        exact.of(entry.getKey()).summary().norm(),
                        entry.getValue(),
                        amplification.of(entry.getKey())))
                .toList();
    }

    private static ElementType belowDouble(Differentiable model) {
        return model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::elementType)
                .filter(type -> type.epsilon() > ElementType.FLOAT64.epsilon())
                .findFirst()
                .orElseThrow(() -> new NotAvailableException(
                        "the model computes in double precision already"));
    }

    private static Map<ParameterPath, Tensor> values(Differentiable twin) {
        Map<ParameterPath, Tensor> values = new LinkedHashMap<>();
        twin.parameters().stream()
                .filter(Parameter::isTrainable)
                .forEach(parameter -> values.put(
                        parameter.path(), twin.value(parameter.path()).toArray()));
        return values;
    }
}
