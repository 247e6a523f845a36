package dev.mltest.experiment;

import dev.mltest.evidence.MixingEvidence;
import dev.mltest.evidence.MixingEvidence.Output;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.TensorDifference;
import dev.mltest.model.TensorSummary;

import java.util.List;

/**
 * Does an example's output move when other examples of its batch are exchanged? By value, so that
 * it works for token inputs and softmax heads; batches keep their shape, so that nothing but the
 * values can make a difference.
 */
public record Mixing() implements Experiment<MixingEvidence> {

    @Override
    public String id() {
        return "mixing";
    }

    @Override
    public Class<MixingEvidence> evidenceType() {
        return MixingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(4);
    }

    @Override
    public MixingEvidence perform(Bench bench) {
        Predictor model = bench.predictor();
        Batch original = ExchangedBatch.original(bench);
        NamedTensors base = model.predict(original).toArrays();
        NamedTensors again = model.predict(original).toArrays();
        ExchangedBatch half = ExchangedBatch.secondHalf(bench);
        ExchangedBatch alternate = ExchangedBatch.alternate(bench, 0);
        NamedTensors withHalf = model.predict(half.batch()).toArrays();
        NamedTensors withAlternate = model.predict(alternate.batch()).toArrays();
        List<Output> outputs = base.names().stream()
                .map(name -> {
                    ArrayTensor value = base.get(name).toArray();
                    RowMovement movement = RowMovement.of(value, withHalf.get(name), half.kept())
                            .worse(RowMovement.of(
                                    value, withAlternate.get(name), alternate.kept()));
                    return output(name, value, again, movement, original.size());
                })
                .toList();
        return new MixingEvidence(
                original.size(), half.exchanged(original) + alternate.exchanged(original), outputs);
    }

    private static Output output(
            String name, ArrayTensor value, NamedTensors again, RowMovement movement, int batch) {
        TensorSummary summary = value.summary();
        long rows = value.shape().rank() == 0 ? 1 : value.shape().size(0);
        return new Output(
                name,
                rows,
                rows == batch ? movement.moved() : Double.NaN,
                rows == batch ? movement.row() : -1,
                noise(value.differenceFrom(again.get(name))),
                summary.maxAbs(),
                value.elementType().epsilon());
    }

    private static double noise(TensorDifference difference) {
        return difference.nonFinite() > 0 ? Double.NaN : difference.maxAbs();
    }
}
