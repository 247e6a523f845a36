package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.function.Function;

/** A model that is one function from a whole batch to one number for each example. */
record RowFunction(Function<Batch, double[]> function) implements Predictor {

    static ModelUnderTest model(Batch data, Function<Batch, double[]> function) {
        return ModelUnderTest.named("function", (seed, device) -> new RowFunction(function))
                .task(Task.regression())
                .trainingData(data)
                .build();
    }

    /** A function of each example alone. */
    static ModelUnderTest ofRows(Batch data, Function<ArrayTensor, Double> function) {
        return model(data, batch -> {
            double[] outputs = new double[batch.size()];
            for (int row = 0; row < outputs.length; row++) {
                outputs[row] = function.apply(batch.inputs().first().toArray().rows(row));
            }
            return outputs;
        });
    }

    @Override
    public Provenance provenance() {
        return new Provenance("plain Java", "", Device.cpu());
    }

    @Override
    public Scope openScope() {
        return () -> {};
    }

    @Override
    public NamedTensors predict(Batch batch) {
        double[] outputs = function.apply(batch);
        return NamedTensors.of(
                "output",
                ArrayTensor.of(ElementType.FLOAT32, Shape.of(outputs.length, 1), outputs));
    }

    @Override
    public void close() {}
}
