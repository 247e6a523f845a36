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

import java.util.ArrayList;
import java.util.List;

/** In which layer do examples of a batch first touch each other? */
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
        return Price.forwards(2);
    }

    @Override
    public MixingLayersEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch original = ExchangedBatch.original(bench);
        ExchangedBatch half = ExchangedBatch.secondHalf(bench);
        List<Activation> before = model.activations(original, Mode.INFERENCE);
        List<Activation> after = model.activations(half.batch(), Mode.INFERENCE);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            layers.add(layer(before.get(i), after.get(i), half.kept(), original.size()));
        }
        return new MixingLayersEvidence(original.size(), layers);
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
