package dev.mltest.benchmark;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A model in plain Java that treats each example by itself, in single precision throughout. */
final class FloatModel implements Predictor {

    private final long[] outputShape;
    private final UnaryOperator<float[]> network;

    /**
     * A model.
     *
     * @param outputShape of one example
     * @param network from one example's values to its outputs, both row-major
     */
    FloatModel(long[] outputShape, UnaryOperator<float[]> network) {
        this.outputShape = outputShape.clone();
        this.network = network;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("plain Java", "single precision", Device.cpu());
    }

    @Override
    public Scope openScope() {
        return () -> {};
    }

    @Override
    public NamedTensors predict(Batch batch) {
        float[] values = batch.inputs().first().toArray().toFloats();
        int examples = batch.size();
        int width = values.length / examples;
        Shape shape = withRows(examples);
        float[] outputs = new float[Math.toIntExact(shape.elements())];
        int outputWidth = outputs.length / examples;
        for (int row = 0; row < examples; row++) {
            float[] example = Arrays.copyOfRange(values, row * width, (row + 1) * width);
            System.arraycopy(network.apply(example), 0, outputs, row * outputWidth, outputWidth);
        }
        return NamedTensors.of("output", ArrayTensor.ofFloats(shape, outputs));
    }

    private Shape withRows(int rows) {
        long[] sizes = new long[outputShape.length + 1];
        sizes[0] = rows;
        System.arraycopy(outputShape, 0, sizes, 1, outputShape.length);
        return Shape.of(sizes);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
