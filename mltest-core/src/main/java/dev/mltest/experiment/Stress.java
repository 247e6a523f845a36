package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.StressEvidence;
import dev.mltest.evidence.StressEvidence.Trial;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Do loss and gradients survive inputs and outputs far from the ordinary? Outputs are driven to 200
 * by scaling the last layer: {@code exp(200)} overflows single precision (at 88.7) but not double
 * (at 709.8), so the twin tells a fragile formula from a loss that is truly infinite.
 */
public record Stress() implements Experiment<StressEvidence> {

    private static final int EXAMPLES = 8;
    private static final double EXTREME = 200;

    @Override
    public String id() {
        return "stress";
    }

    @Override
    public Class<StressEvidence> evidenceType() {
        return StressEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        Price each = Price.gradients(1).plus(Price.forwards(2));
        return each.times(4).plus(Price.forwards(1)).plus(new Price(0, 0, 0, 2));
    }

    @Override
    public StressEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0).firstRows(EXAMPLES);
        List<Trial> trials = new ArrayList<>();
        if (batch.inputs().any(tensor -> tensor.elementType().isFloating())) {
            trials.add(trial(model, "all inputs 0", mapped(batch, value -> 0)));
            trials.add(trial(model, "inputs times 0.001", mapped(batch, value -> value / 1000)));
            trials.add(trial(model, "inputs times 1000", mapped(batch, value -> value * 1000)));
        }
        extremeOutputs(model, batch).ifPresent(trials::add);
        return new StressEvidence(trials);
    }

    private static Optional<Trial> extremeOutputs(Differentiable model, Batch batch) {
        double size = model.predict(batch).first().summary().maxAbs();
        try (Snapshot start = model.snapshot()) {
            LastLayer.of(model).scale(EXTREME / Math.max(size, 1e-3));
            Trial trial = trial(model, "outputs driven to 200", batch);
            model.restore(start);
            return Optional.of(trial);
        }
    }

    private static Trial trial(Differentiable model, String stress, Batch batch) {
        return model.scoped(() -> {
            Evaluation evaluation = model.evaluate(batch, Mode.INFERENCE);
            Gradients gradients = model.gradients(batch, Mode.INFERENCE);
            Optional<Double> exact = exactLoss(model, batch);
            return new Trial(
                    stress,
                    evaluation.loss(),
                    exact.orElse(Double.NaN),
                    exact.isPresent(),
                    OutputProfiles.of(evaluation.outputs().first()),
                    nonFinite(model, gradients));
        });
    }

    private static Optional<Double> exactLoss(Differentiable model, Batch batch) {
        try (Differentiable twin = model.inDoublePrecision()) {
            return Optional.of(twin.evaluate(batch, Mode.INFERENCE).loss());
        } catch (NotAvailableException unavailable) {
            return Optional.empty();
        }
    }

    private static List<ParameterPath> nonFinite(Differentiable model, Gradients gradients) {
        return model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::path)
                .filter(path -> gradients.of(path).summary().nonFinite() > 0)
                .toList();
    }

    private static Batch mapped(Batch batch, DoubleUnaryOperator image) {
        NamedTensors inputs = batch.inputs()
                .map((name, tensor) ->
                        tensor.elementType().isFloating() ? tensor.toArray().map(image) : tensor);
        return batch.withInputs(inputs);
    }
}
