package dev.mltest.junit.jqwik;

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

import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Small models that round after every single operation, as a processor does: sums in another order
 * differ, and overflow and underflow on their way.
 */
final class FloatModels {

    static final int WIDTH = 6;

    private FloatModels() {}

    /** From the values of a row, and the mask of it, to outputs. */
    interface Row extends BiFunction<float[], float[], float[]> {}

    static ModelUnderTest of(String name, Row row) {
        return described(name, row).trainingData(data()).build();
    }

    static ModelUnderTest ofTokens(String name, Row row, int vocabulary) {
        long[] ids = IntStream.range(0, 16 * WIDTH)
                .mapToLong(i -> 1 + (i * 7L) % (vocabulary - 1))
                .toArray();
        return described(name, row)
                .trainingData(batch(ArrayTensor.ofLongs(Shape.of(16, WIDTH), ids)))
                .build();
    }

    private static ModelUnderTest.Builder described(String name, Row row) {
        return ModelUnderTest.named(name, (seed, device) -> new Plain(row)).task(Task.regression());
    }

    private static Batch data() {
        double[] values = IntStream.range(0, 16 * WIDTH)
                .mapToDouble(i -> Math.sin(1 + i * 1.7))
                .toArray();
        return batch(ArrayTensor.of(ElementType.FLOAT32, Shape.of(16, WIDTH), values));
    }

    private static Batch batch(ArrayTensor input) {
        ArrayTensor target = ArrayTensor.filled(ElementType.FLOAT32, Shape.of(16, 1), 0);
        ArrayTensor mask = ArrayTensor.filled(ElementType.FLOAT32, Shape.of(16, WIDTH), 1);
        return new Batch(
                NamedTensors.of("input", input),
                NamedTensors.of("target", target),
                NamedTensors.of("input", mask));
    }

    static float[] sum(float[] values, float[] mask) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return new float[] {sum};
    }

    static float[] maskedMean(float[] values, float[] mask) {
        float sum = 0;
        float count = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * mask[i];
            count += mask[i];
        }
        return new float[] {sum / count};
    }

    static float[] softmax(float[] values, float[] mask) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        float[] powers = new float[values.length];
        float sum = 0;
        for (int i = 0; i < values.length; i++) {
            powers[i] = (float) Math.exp(values[i] - largest);
            sum += powers[i];
        }
        return dividedBy(powers, sum);
    }

    static float[] standardised(float[] values, float[] mask) {
        float mean = sum(values, mask)[0] / values.length;
        float[] centred = new float[values.length];
        float squares = 0;
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
            squares += centred[i] * centred[i];
        }
        return dividedBy(centred, (float) Math.sqrt(squares / values.length + 1e-5f));
    }

    static float[] unitLength(float[] values, float[] mask) {
        float squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return dividedBy(values, (float) Math.sqrt(squares));
    }

    /** A circular convolution with a kernel of three. */
    static float[] convolved(float[] values, float[] mask) {
        int length = values.length;
        float[] results = new float[length];
        for (int i = 0; i < length; i++) {
            results[i] = 0.3f * values[Math.floorMod(i - 1, length)]
                    + 0.9f * values[i]
                    - 0.5f * values[(i + 1) % length];
        }
        return results;
    }

    /** The mean of embeddings of two numbers each. */
    static float[] bagOfTokens(float[] tokens, float[] mask) {
        float one = 0;
        float other = 0;
        for (float token : tokens) {
            one += (float) Math.sin(token);
            other += (float) Math.cos(3 * token);
        }
        return new float[] {one / tokens.length, other / tokens.length};
    }

    private static float[] dividedBy(float[] values, float divisor) {
        float[] quotients = values.clone();
        for (int i = 0; i < quotients.length; i++) {
            quotients[i] /= divisor;
        }
        return quotients;
    }

    private record Plain(Row row) implements Predictor {

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
            ArrayTensor input = batch.inputs().first().toArray();
            float[][] outputs = new float[batch.size()][];
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = row.apply(input.rows(i).toFloats(), mask(batch, i));
            }
            int width = outputs[0].length;
            float[] all = new float[outputs.length * width];
            for (int i = 0; i < all.length; i++) {
                all[i] = outputs[i / width][i % width];
            }
            return NamedTensors.of(
                    "output", ArrayTensor.ofFloats(Shape.of(outputs.length, width), all));
        }

        private static float[] mask(Batch batch, int row) {
            ArrayTensor mask = batch.masks().isEmpty()
                    ? batch.inputs().first().toArray().map(value -> 1)
                    : batch.masks().first().toArray();
            return mask.rows(row).toFloats();
        }

        @Override
        public void close() {}
    }
}
