package dev.mltest.experiment;

import dev.mltest.evidence.BlankExampleEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.List;

/** Do a few steps change what the model says of an example whose inputs are all 0? */
public record BlankExample() implements Experiment<BlankExampleEvidence> {

    private static final int STEPS = 4;

    @Override
    public String id() {
        return "blank-example";
    }

    @Override
    public Class<BlankExampleEvidence> evidenceType() {
        return BlankExampleEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.steps(STEPS).plus(Price.forwards(4));
    }

    @Override
    public BlankExampleEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        Batch data = bench.batch(0);
        Batch blank = data.withInputs(data.inputs().map(BlankExample::blank));
        NamedTensors ofBlank = outputs(model, blank);
        NamedTensors ofData = outputs(model, data);
        bench.batches(STEPS).forEach(batch -> model.scoped(() -> model.step(batch)));
        return new BlankExampleEvidence(
                lastLayer(model),
                STEPS,
                change(ofBlank, outputs(model, blank)),
                change(ofData, outputs(model, data)));
    }

    private static Tensor blank(String name, Tensor input) {
        if (!input.elementType().isFloating()) {
            throw new NotAvailableException(
                    "'%s' holds no real numbers, so there is no all-zero example".formatted(name));
        }
        return ArrayTensor.filled(input.elementType(), input.shape(), 0);
    }

    private static NamedTensors outputs(Trainable model, Batch batch) {
        return model.scoped(() -> model.predict(batch).toArrays());
    }

    private static double change(NamedTensors before, NamedTensors after) {
        double largest = 0;
        for (String name : before.names()) {
            double[] one = before.get(name).toArray().toDoubles();
            double[] other = after.get(name).toArray().toDoubles();
            for (int i = 0; i < one.length; i++) {
                double change = Math.abs(one[i] - other[i]);
                largest = Double.isNaN(change) ? Double.NaN : Math.max(largest, change);
            }
        }
        return largest;
    }

    private static String lastLayer(Trainable model) {
        List<Parameter> weights = model.parameters().stream()
                .filter(parameter -> parameter.isTrainable())
                .toList();
        return weights.get(weights.size() - 1).path().layer();
    }
}
