package dev.mltest.experiment;

import dev.mltest.evidence.LayerDirectionsEvidence;
import dev.mltest.evidence.LayerDirectionsEvidence.Layer;
import dev.mltest.evidence.Price;
import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Tensor;

/** Behind which layer do examples stand on one line? */
public record LayerDirections() implements Experiment<LayerDirectionsEvidence> {

    @Override
    public String id() {
        return "layer-directions";
    }

    @Override
    public Class<LayerDirectionsEvidence> evidenceType() {
        return LayerDirectionsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1);
    }

    @Override
    public LayerDirectionsEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch shown = Directions.shown(bench);
        return new LayerDirectionsEvidence(model.activations(shown, Mode.INFERENCE).stream()
                .map(activation -> layer(activation, shown.size()))
                .toList());
    }

    private static Layer layer(Activation activation, int examples) {
        Tensor value = activation.value();
        return new Layer(
                activation.layer(),
                value.shape().elements() / Math.max(1, examples),
                MainDirection.beside(value.toArray(), examples));
    }
}
