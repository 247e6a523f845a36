package dev.mltest.testing;

import dev.mltest.model.Parameter;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Layers of reference networks, correct and faulty. */
public final class Layers {

    private Layers() {}

    /** {@code rows * W + b}, He-initialised. */
    public static Layer dense(String name, int in, int out, Noise noise) {
        return new Dense(
                name,
                Weight.normal("weight", Math.sqrt(2.0 / in), noise, in, out),
                new Weight("bias", Parameter.Role.TRAINABLE, Shape.of(out), new double[out]));
    }

    /** {@code rows * W + b}, each weight normal with this deviation. */
    public static Layer dense(String name, int in, int out, double deviation, Noise noise) {
        return new Dense(
                name,
                Weight.normal("weight", deviation, noise, in, out),
                new Weight("bias", Parameter.Role.TRAINABLE, Shape.of(out), new double[out]));
    }

    /** {@code rows * W}: a bias that is 0 and stays so. */
    public static Layer denseWithoutBias(String name, int in, int out, Noise noise) {
        return new Dense(
                name,
                Weight.normal("weight", Math.sqrt(2.0 / in), noise, in, out),
                new Weight("bias", Parameter.Role.STATE, Shape.of(out), new double[out]));
    }

    /** Hyperbolic tangent. */
    public static Layer tanh(String name) {
        return new Elementwise(name, Math::tanh, y -> 1 - y * y);
    }

    /** Rectifier. */
    public static Layer relu(String name) {
        return new Elementwise(name, x -> Math.max(0, x), y -> y > 0 ? 1 : 0);
    }

    /** Any function of single elements, with its slope as a function of the result. */
    public static Layer elementwise(
            String name, DoubleUnaryOperator function, DoubleUnaryOperator slopeFromOutput) {
        return new Elementwise(name, function, slopeFromOutput);
    }

    /** Logistic function. */
    public static Layer sigmoid(String name) {
        return new Elementwise(name, x -> 1 / (1 + Math.exp(-x)), y -> y * (1 - y));
    }

    /** Softmax over each row. */
    public static Layer softmax(String name) {
        return new Softmax(name);
    }

    /** Inverted dropout. */
    public static Layer dropout(String name, double rate) {
        return new Dropout(name, rate, false);
    }

    /** Faulty: dropout that does not stop at inference. */
    public static Layer dropoutAtInference(String name, double rate) {
        return new Dropout(name, rate, true);
    }

    /** Subtracts the batch mean in training and a running mean at inference. */
    public static Layer centre(String name, int width) {
        return new Centre(name, width, false);
    }

    /** Faulty: subtracts the batch mean at inference, too. */
    public static Layer centreByBatch(String name, int width) {
        return new Centre(name, width, true);
    }

    /** Faulty: the identity forward, nothing backward. */
    public static Layer cut(String name) {
        return new Elementwise(name, x -> x, y -> 0);
    }

    /** Faulty: rounds, so that nothing upstream matters to first order. */
    public static Layer rounding(String name) {
        return new Elementwise(name, Math::rint, y -> 0);
    }

    /** Faulty: adds a large number and takes it away again, at the price of most digits. */
    public static Layer cancellation(String name, double large) {
        return new Cancellation(name, large);
    }

    /** Faulty: adds what was learnt for the row's position in the batch. */
    public static Layer rowPosition(String name, int rows, int width) {
        return new RowPosition(
                name,
                new Weight(
                        "table",
                        Parameter.Role.TRAINABLE,
                        Shape.of(rows, width),
                        new double[rows * width]));
    }

    /** Mean of each row's elements: the order of the features does not matter. */
    public static Layer featureMean(String name) {
        return new FeatureMean(name, new int[1]);
    }

    /** Lets everything through; its weight is not used, as that of another output's head. */
    public static Layer unused(String name) {
        return new Unused(
                name,
                new Weight("weight", Parameter.Role.TRAINABLE, Shape.of(2), new double[] {1, 2}));
    }

    /** Several layers under one name, so that their parameters share a place. */
    public static Layer block(String name, Layer... layers) {
        return new Block(name, List.of(layers));
    }

    /** The same layer with its weights excluded from training. */
    public static Layer frozen(Layer layer) {
        layer.weights().stream()
                .filter(weight -> weight.role == Parameter.Role.TRAINABLE)
                .forEach(weight -> weight.role = Parameter.Role.FROZEN);
        return layer;
    }

    private record Unused(String name, Weight weight) implements Layer {

        @Override
        public List<Weight> weights() {
            return List.of(weight);
        }

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            return rows;
        }

        @Override
        public double[][] backward(double[][] gradient) {
            return gradient;
        }
    }

    /** The same layer with all elements of its {@code index}-th parameter set to this value. */
    public static Layer startedAt(double value, int index, Layer layer) {
        Arrays.fill(layer.weights().get(index).value, value);
        return layer;
    }

    private record Block(String name, List<Layer> layers) implements Layer {

        @Override
        public List<Weight> weights() {
            return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
        }

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            double[][] result = rows;
            for (Layer layer : layers) {
                result = layer.forward(result, pass);
            }
            return result;
        }

        @Override
        public double[][] backward(double[][] gradient) {
            double[][] result = gradient;
            for (int i = layers.size() - 1; i >= 0; i--) {
                result = layers.get(i).backward(result);
            }
            return result;
        }
    }

    private record Cancellation(String name, double large) implements Layer {

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            double[][] raised = pass.rounded(Rows.map(rows, x -> x + large));
            return pass.rounded(Rows.map(raised, x -> x - large));
        }

        @Override
        public double[][] backward(double[][] gradient) {
            return gradient;
        }
    }

    private record RowPosition(String name, Weight table) implements Layer {

        @Override
        public List<Weight> weights() {
            return List.of(table);
        }

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            double[][] result = new double[rows.length][rows[0].length];
            for (int r = 0; r < rows.length; r++) {
                for (int i = 0; i < rows[r].length; i++) {
                    result[r][i] = rows[r][i] + table.value[at(r, i, rows[r].length)];
                }
            }
            return pass.rounded(result);
        }

        @Override
        public double[][] backward(double[][] gradient) {
            for (int r = 0; r < gradient.length; r++) {
                for (int i = 0; i < gradient[r].length; i++) {
                    table.gradient[at(r, i, gradient[r].length)] += gradient[r][i];
                }
            }
            return gradient;
        }

        private int at(int row, int column, int width) {
            return (row * width + column) % table.value.length;
        }
    }

    private record FeatureMean(String name, int[] width) implements Layer {

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            width[0] = rows[0].length;
            double[][] means = new double[rows.length][1];
            for (int r = 0; r < rows.length; r++) {
                means[r][0] = Arrays.stream(rows[r]).average().orElseThrow();
            }
            return pass.rounded(means);
        }

        @Override
        public double[][] backward(double[][] gradient) {
            double[][] upstream = new double[gradient.length][width[0]];
            for (int r = 0; r < gradient.length; r++) {
                Arrays.fill(upstream[r], gradient[r][0] / width[0]);
            }
            return upstream;
        }
    }

    private record Dense(String name, Weight weight, Weight bias, double[][][] seen)
            implements Layer {

        Dense(String name, Weight weight, Weight bias) {
            this(name, weight, bias, new double[1][][]);
        }

        @Override
        public List<Weight> weights() {
            return List.of(weight, bias);
        }

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            seen[0] = rows;
            int out = bias.value.length;
            double[][] results = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
                results[r] = bias.value.clone();
                for (int i = 0; i < rows[r].length; i++) {
                    for (int o = 0; o < out; o++) {
                        results[r][o] += rows[r][i] * weight.value[i * out + o];
                    }
                }
            }
            return pass.rounded(results);
        }

        @Override
        public double[][] backward(double[][] gradient) {
            int out = bias.value.length;
            double[][] upstream = new double[gradient.length][seen[0][0].length];
            for (int r = 0; r < gradient.length; r++) {
                for (int o = 0; o < out; o++) {
                    bias.gradient[o] += gradient[r][o];
                    for (int i = 0; i < upstream[r].length; i++) {
                        weight.gradient[i * out + o] += seen[0][r][i] * gradient[r][o];
                        upstream[r][i] += weight.value[i * out + o] * gradient[r][o];
                    }
                }
            }
            return upstream;
        }
    }

    private record Elementwise(
            String name,
            DoubleUnaryOperator function,
            DoubleUnaryOperator slopeFromOutput,
            double[][][] results)
            implements Layer {

        Elementwise(String name, DoubleUnaryOperator function, DoubleUnaryOperator slope) {
            this(name, function, slope, new double[1][][]);
        }

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            double[][] mapped = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
                mapped[r] = Arrays.stream(rows[r]).map(function).toArray();
            }
            results[0] = pass.rounded(mapped);
            return results[0];
        }

        @Override
        public double[][] backward(double[][] gradient) {
            double[][] upstream = new double[gradient.length][];
            for (int r = 0; r < gradient.length; r++) {
                double[] row = gradient[r].clone();
                for (int i = 0; i < row.length; i++) {
                    row[i] *= slopeFromOutput.applyAsDouble(results[0][r][i]);
                }
                upstream[r] = row;
            }
            return upstream;
        }
    }

    private record Softmax(String name, double[][][] results) implements Layer {

        Softmax(String name) {
            this(name, new double[1][][]);
        }

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            double[][] mapped = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
                mapped[r] = Rows.softmax(rows[r]);
            }
            results[0] = pass.rounded(mapped);
            return results[0];
        }

        @Override
        public double[][] backward(double[][] gradient) {
            double[][] upstream = new double[gradient.length][];
            for (int r = 0; r < gradient.length; r++) {
                double[] p = results[0][r];
                double dot = 0;
                for (int i = 0; i < p.length; i++) {
                    dot += p[i] * gradient[r][i];
                }
                upstream[r] = new double[p.length];
                for (int i = 0; i < p.length; i++) {
                    upstream[r][i] = p[i] * (gradient[r][i] - dot);
                }
            }
            return upstream;
        }
    }

    private record Dropout(String name, double rate, boolean always, double[][][] masks)
            implements Layer {

        Dropout(String name, double rate, boolean always) {
            this(name, rate, always, new double[1][][]);
        }

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            double[][] mask = new double[rows.length][rows[0].length];
            for (double[] row : mask) {
                for (int i = 0; i < row.length; i++) {
                    boolean active = pass.isTraining() || always;
                    row[i] = !active ? 1 : pass.noise().uniform() < rate ? 0 : 1 / (1 - rate);
                }
            }
            masks[0] = mask;
            return pass.rounded(Rows.product(rows, mask));
        }

        @Override
        public double[][] backward(double[][] gradient) {
            return Rows.product(gradient, masks[0]);
        }
    }

    private record Centre(String name, Weight running, boolean always, boolean[] byBatch)
            implements Layer {

        Centre(String name, int width, boolean always) {
            this(
                    name,
                    new Weight(
                            "runningMean",
                            Parameter.Role.STATE,
                            Shape.of(width),
                            new double[width]),
                    always,
                    new boolean[1]);
        }

        @Override
        public List<Weight> weights() {
            return List.of(running);
        }

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            byBatch[0] = pass.isTraining() || always;
            double[] mean = byBatch[0] ? Rows.mean(rows) : running.value;
            if (pass.isTraining()) {
                for (int i = 0; i < mean.length; i++) {
                    running.value[i] = 0.9 * running.value[i] + 0.1 * mean[i];
                }
            }
            return pass.rounded(Rows.minus(rows, mean));
        }

        @Override
        public double[][] backward(double[][] gradient) {
            return byBatch[0] ? Rows.minus(gradient, Rows.mean(gradient)) : gradient;
        }
    }
}
