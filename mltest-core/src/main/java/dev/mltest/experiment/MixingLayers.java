package dev.mltest.experiment;

import dev.mltest.evidence.MixingLayersEvidence;
import dev.mltest.evidence.MixingLayersEvidence.Layer;
import dev.mltest.evidence.Price;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * In which layer do examples of a batch first touch each other? Every second example is exchanged,
 * then the others, since an example may depend on those before it only.
 */
public record MixingLayers() implements Experiment<MixingLayersEvidence> {

    @Override
    public String id() {
        return "mixing-layers";
    }

    @Override
    public Class<MixingLayersEvidence> evidenceType() {
        return MixingLayersEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(3);
    }

    @Override
    public MixingLayersEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch original = ExchangedBatch.original(bench);
        List<Activation> before = model.activations(original, Mode.INFERENCE);
        List<Layer> even = layers(model, before, ExchangedBatch.alternate(bench, 0));
        List<Layer> odd = layers(model, before, ExchangedBatch.alternate(bench, 1));
        return new MixingLayersEvidence(
                original.size(),
                IntStream.range(0, Math.min(even.size(), odd.size()))
                        .mapToObj(i -> even.get(i).moved() >= odd.get(i).moved()
                                ? even.get(i)
                                : odd.get(i))
                        .toList());
    }

    private static List<Layer> layers(
            Differentiable model, List<Activation> before, ExchangedBatch exchanged) {
        Batch batch = exchanged.batch();
        List<Activation> after = model.activations(batch, Mode.INFERENCE);
        return IntStream.range(0, Math.min(before.size(), after.size()))
                .mapToObj(i -> layer(before.get(i), after.get(i), exchanged.kept(), batch.size()))
                .toList();
    }

    private static Layer layer(Activation before, Activation after, int[] kept, int batch) {
        ArrayTensor value = before.value().toArray();
        long rows = value.shape().rank() == 0 ? 1 : value.shape().size(0);
        double scale = value.summary().maxAbs();
        double moved = RowMovement.of(value, after.value(), kept).moved();
        return new Layer(
                before.layer(), rows, rows == batch ? moved / Math.max(scale, 1e-300) : Double.NaN);
    }
}
