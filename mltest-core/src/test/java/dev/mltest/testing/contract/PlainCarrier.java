package dev.mltest.testing.contract;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** The forward pass of every carrier in inference mode: plain Java, double precision. */
final class PlainCarrier {

    private static final double EPSILON = 1e-5;
    private static final int SIDE = 6;
    private static final int KERNEL = 3;
    private static final int UNITS = 4;

    private final Map<String, ArrayTensor> weights;

    PlainCarrier(Map<String, ArrayTensor> weights) {
        this.weights = weights;
    }

    ArrayTensor outputs(Carrier carrier, Batch batch) {
        int rows = batch.size();
        double[][] outputs = new double[rows][];
        for (int row = 0; row < rows; row++) {
            outputs[row] = output(carrier, batch.rows(row));
        }
        return ArrayTensor.ofDoubles(
                Shape.of(rows, outputs[0].length),
                Stream.of(outputs).flatMapToDouble(Arrays::stream).toArray());
    }

    private double[] output(Carrier carrier, Batch example) {
        double[] input = example.inputs().first().toArray().toDoubles();
        return dense(
                "head",
                switch (carrier) {
                    case LINEAR_REGRESSION -> input;
                    case MLP -> tanh(dense("hidden", input));
                    case CNN -> tanh(normalised(convolved(input)));
                    case LSTM ->
                        averagedStates(input, example.masks().get("input").toArray());
                    case RESIDUAL -> residual(dense("stem", input));
                    case TWO_INPUTS ->
                        tanh(dense(
                                "hidden", joined(input, example.input("right").toDoubles())));
                });
    }

    private double[] dense(String layer, double[] input) {
        return plus(of(layer + ".bias"), product(input, layer + ".weight"));
    }

    private double[] residual(double[] stem) {
        return plus(stem, tanh(dense("branch", stem)));
    }

    private double[] convolved(double[] image) {
        int side = SIDE - KERNEL + 1;
        double[] kernels = of("convolution.weight");
        double[] bias = of("convolution.bias");
        double[] result = new double[bias.length * side * side];
        for (int i = 0; i < result.length; i++) {
            int filter = i / (side * side);
            int corner = i % (side * side) / side * SIDE + i % side;
            result[i] = bias[filter];
            for (int k = 0; k < KERNEL * KERNEL; k++) {
                result[i] += kernels[filter * KERNEL * KERNEL + k]
                        * image[corner + k / KERNEL * SIDE + k % KERNEL];
            }
        }
        return result;
    }

    private double[] normalised(double[] maps) {
        double[] gamma = of("norm.gamma");
        double[] beta = of("norm.beta");
        double[] mean = of("norm.mean");
        double[] variance = of("norm.variance");
        double[] result = new double[maps.length];
        for (int i = 0; i < maps.length; i++) {
            int channel = i / (maps.length / gamma.length);
            double deviation = Math.sqrt(variance[channel] + EPSILON);
            result[i] = gamma[channel] * (maps[i] - mean[channel]) / deviation + beta[channel];
        }
        return result;
    }

    /** Hochreiter and Schmidhuber 1997 with the forget gate of Gers et al. 2000, no peepholes. */
    private double[] averagedStates(double[] sequence, ArrayTensor mask) {
        double[] output = new double[UNITS];
        double[] cell = new double[UNITS];
        double[] sum = new double[UNITS];
        int features = sequence.length / mask.length();
        for (int step = 0; step < mask.length() && mask.get(step) > 0; step++) {
            double[] input = Arrays.copyOfRange(sequence, step * features, (step + 1) * features);
            double[] gates = plus(
                    plus(product(input, "lstm.input"), product(output, "lstm.recurrent")),
                    of("lstm.bias"));
            for (int unit = 0; unit < UNITS; unit++) {
                cell[unit] = sigmoid(gates[UNITS + unit]) * cell[unit]
                        + sigmoid(gates[unit]) * Math.tanh(gates[2 * UNITS + unit]);
                output[unit] = sigmoid(gates[3 * UNITS + unit]) * Math.tanh(cell[unit]);
            }
            sum = plus(sum, output);
        }
        double kept = Arrays.stream(mask.toDoubles()).sum();
        return Arrays.stream(sum).map(value -> value / kept).toArray();
    }

    private double[] product(double[] input, String weight) {
        double[] matrix = of(weight);
        double[] result = new double[matrix.length / input.length];
        for (int i = 0; i < matrix.length; i++) {
            result[i % result.length] += input[i / result.length] * matrix[i];
        }
        return result;
    }

    private double[] of(String weight) {
        ArrayTensor value = weights.get(weight);
        if (value == null) {
            throw new IllegalArgumentException("referenceWeights gives no '%s'; it gives %s"
                    .formatted(weight, weights.keySet()));
        }
        return value.toDoubles();
    }

    private static double[] plus(double[] left, double[] right) {
        double[] sum = new double[left.length];
        Arrays.setAll(sum, i -> left[i] + right[i]);
        return sum;
    }

    private static double[] joined(double[] left, double[] right) {
        double[] joined = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }

    private static double[] tanh(double[] values) {
        return Arrays.stream(values).map(Math::tanh).toArray();
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
