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
    private static final double SMALL = 1e-3;

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
        Price trial = Price.gradients(1).plus(Price.forwards(2));
        int trials = hasFloatingInputs(model.trainingData().examples(0)) ? 4 : 1;
        return trial.times(trials).plus(new Price(1, 0, 0, 2));
    }

    @Override
    public StressEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Optional<Differentiable> twin = twin(model);
        try {
            Batch batch = bench.batch(0).firstRows(EXAMPLES);
            double epsilon = epsilon(model);
            return new StressEvidence(epsilon, trials(model, twin, batch));
        } finally {
            twin.ifPresent(Differentiable::close);
        }
    }

    private static double epsilon(Differentiable model) {
        return model.parameters().stream()
                .filter(Parameter::isTrainable)
                .mapToDouble(parameter -> parameter.elementType().epsilon())
                .max()
                .orElseThrow(
                        () -> new NotAvailableException("the model has no trainable parameter"));
    }

    private static List<Trial> trials(
            Differentiable model, Optional<Differentiable> twin, Batch batch) {
        List<Trial> trials = new ArrayList<>();
        if (hasFloatingInputs(batch)) {
            trials.add(trial(model, twin, "all inputs 0", mapped(batch, value -> 0)));
            trials.add(
                    trial(model, twin, "inputs times 0.001", mapped(batch, value -> value / 1000)));
            trials.add(
                    trial(model, twin, "inputs times 1000", mapped(batch, value -> value * 1000)));
        }
        LastLayer.of(model).wake();
        double size = Math.max(model.predict(batch).first().summary().maxAbs(), SMALL);
        LastLayer.of(model).scale(EXTREME / size);
        twin.ifPresent(exact -> LastLayer.of(exact).scale(EXTREME / size));
        trials.add(trial(model, twin, "outputs driven to 200", batch));
        return trials;
    }

    private static Trial trial(
            Differentiable model, Optional<Differentiable> twin, String stress, Batch batch) {
        return model.scoped(() -> {
            Evaluation evaluation = model.evaluate(batch, Mode.INFERENCE);
            Gradients gradients = model.gradients(batch, Mode.INFERENCE);
            Optional<Double> exact =
                    twin.map(shadow -> shadow.evaluate(batch, Mode.INFERENCE).loss());
            return new Trial(
                    stress,
                    evaluation.loss(),
                    exact.orElse(Double.NaN),
                    exact.isPresent(),
                    OutputProfiles.of(evaluation.outputs().first()),
                    nonFinite(model, gradients));
        });
    }

    private static Optional<Differentiable> twin(Differentiable model) {
        try {
            return Optional.of(model.inDoublePrecision());
        } catch (NotAvailableException unavailable) {
            return Optional.empty();
        }
    }

    private static boolean hasFloatingInputs(Batch batch) {
        return batch.inputs().any(tensor -> tensor.elementType().isFloating());
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
