package dev.mltest.experiment;

import dev.mltest.evidence.DirectionsEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Tensor;

/** Along how many directions do examples differ, at the inputs and at the outputs? */
public record Directions() implements Experiment<DirectionsEvidence> {

    private static final int EXAMPLES = 32;

    @Override
    public String id() {
        return "directions";
    }

    @Override
    public Class<DirectionsEvidence> evidenceType() {
        return DirectionsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1);
    }

    @Override
    public DirectionsEvidence perform(Bench bench) {
        Batch shown = shown(bench);
        return new DirectionsEvidence(shown.size(), inputs(shown), outputs(bench, shown));
    }

    /** The same examples each time. */
    static Batch shown(Bench bench) {
        return bench.subject().trainingData().sample(EXAMPLES, bench.random("directions"));
    }

    private static double inputs(Batch shown) {
        return shown.inputs().asMap().values().stream()
                .mapToDouble(input -> MainDirection.beside(input.toArray(), shown.size()))
                .filter(beside -> !Double.isNaN(beside))
                .max()
                .orElse(Double.NaN);
    }

    private static double outputs(Bench bench, Batch shown) {
        return bench.predictor().scoped(() -> {
            Tensor outputs = bench.predictor().predict(shown).first();
            if (outputs.shape().rank() != 2) {
                throw new NotAvailableException(
                        "the outputs are no row of scores for each example but " + outputs.shape());
            }
            double[] scores = Scores.of(outputs, bench.subject().task());
            return MainDirection.beside(
                    ArrayTensor.of(ElementType.FLOAT64, outputs.shape(), scores), shown.size());
        });
    }
}
