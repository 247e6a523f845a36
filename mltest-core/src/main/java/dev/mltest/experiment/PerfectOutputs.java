package dev.mltest.experiment;

import dev.mltest.evidence.PerfectOutputsEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;

import java.util.function.DoubleUnaryOperator;

/** What does the loss charge for outputs that are right, and for outputs that are wrong? */
public record PerfectOutputs() implements Experiment<PerfectOutputsEvidence> {

    private static final double LARGE = 16;
    private static final double ALMOST = 1e-4;

    @Override
    public String id() {
        return "perfect-outputs";
    }

    @Override
    public Class<PerfectOutputsEvidence> evidenceType() {
        return PerfectOutputsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1);
    }

    @Override
    public PerfectOutputsEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        NamedTensors outputs = model.evaluate(batch, Mode.INFERENCE).outputs();
        Till till = new Till(model, batch, outputs);
        Task task = bench.subject().task();
        if (task instanceof Task.Classification k) {
            ArrayTensor right = OneHot.of(batch.target(), k.classes());
            return till.charge(right, 1.0 / (k.classes() - 1), Math.log(k.classes()));
        }
        if (task instanceof Task.MultiLabel) {
            return till.charge(batch.target(), 1, Math.log(2));
        }
        double off = Math.max(1, batch.target().summary().rms());
        return new PerfectOutputsEvidence(
                till.of(batch.target(), value -> value),
                till.of(batch.target(), value -> value + off),
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private record Till(Differentiable model, Batch batch, NamedTensors outputs) {

        PerfectOutputsEvidence charge(ArrayTensor right, double others, double guess) {
            return new PerfectOutputsEvidence(
                    of(right, label -> LARGE * (2 * label - 1)),
                    of(right, label -> LARGE * (1 - 2 * label)),
                    of(right, label -> label > 0.5 ? 1 - ALMOST : ALMOST * others),
                    of(right, label -> label > 0.5 ? ALMOST : (1 - ALMOST) * others),
                    guess);
        }

        double of(ArrayTensor right, DoubleUnaryOperator image) {
            Tensor like = outputs.first();
            if (outputs.size() != 1 || right.length() != like.shape().elements()) {
                return Double.NaN;
            }
            ArrayTensor output = right.as(like.elementType()).map(image).reshaped(like.shape());
            try {
                return model.lossOf(NamedTensors.of(outputs.names().get(0), output), batch);
            } catch (NotAvailableException unavailable) {
                return Double.NaN;
            }
        }
    }
}
