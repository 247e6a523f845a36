package dev.mltest.experiment;

import dev.mltest.evidence.OutputProfile;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.SoftmaxEvidence;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;

import java.util.List;

/**
 * Where are scores turned into probabilities? Decided by what happens, not by layer names: outputs
 * that stay between 0 and 1 when the last layer is scaled up, and when its signs are turned, come
 * out of a squashing function; a loss that ignores a shift of all outputs normalises them itself,
 * and so does one that wants labels to be pointed at more boldly than 0 and 1 do.
 */
public record SoftmaxPlace() implements Experiment<SoftmaxEvidence> {

    private static final double FACTOR = 100;
    private static final double BOLD = 8;
    private static final double TOLERANCE = 1e-3;

    @Override
    public String id() {
        return "softmax-place";
    }

    @Override
    public Class<SoftmaxEvidence> evidenceType() {
        return SoftmaxEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return new Price(4, 0, 0, 1);
    }

    @Override
    public SoftmaxEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        Evaluation plain = model.evaluate(batch, Mode.INFERENCE);
        Tensor first = plain.outputs().first();
        double shifted = shiftedLoss(model, batch, plain.outputs());
        List<Activation> layers = normalisingLayers(model, batch);
        List<Activation> again = layers.stream()
                .filter(layer -> SecondSoftmax.isBetween(layer.value(), first))
                .toList();
        try (Snapshot start = model.snapshot()) {
            LastLayer.of(model).scale(FACTOR);
            OutputProfile scaled = OutputProfiles.of(model.predict(batch).first());
            LastLayer.of(model).scale(-1);
            OutputProfile turned = OutputProfiles.of(model.predict(batch).first());
            model.restore(start);
            OwnLoss loss = new OwnLoss(model, batch, plain.outputs());
            boolean labels = bench.subject().task() instanceof Task.MultiLabel;
            return new SoftmaxEvidence(
                    OutputProfiles.of(first),
                    scaled,
                    turned,
                    plain.loss(),
                    shifted,
                    labels ? loss.of(batch.target()) : Double.NaN,
                    labels ? loss.of(bold(batch.target())) : Double.NaN,
                    names(layers),
                    names(again));
        }
    }

    private static ArrayTensor bold(ArrayTensor labels) {
        return labels.as(ElementType.FLOAT64).map(label -> BOLD * (2 * label - 1));
    }

    private static double shiftedLoss(Differentiable model, Batch batch, NamedTensors outputs) {
        try {
            return model.lossOf(
                    outputs.map((name, tensor) -> tensor.toArray().map(value -> value + 1)), batch);
        } catch (NotAvailableException unavailable) {
            return Double.NaN;
        }
    }

    private static List<String> names(List<Activation> layers) {
        return layers.stream().map(Activation::layer).toList();
    }

    private static List<Activation> normalisingLayers(Differentiable model, Batch batch) {
        try {
            return model.activations(batch, Mode.INFERENCE).stream()
                    .filter(layer -> OutputProfiles.of(layer.value()).isDistribution(TOLERANCE))
                    .toList();
        } catch (NotAvailableException unavailable) {
            return List.of();
        }
    }
}
