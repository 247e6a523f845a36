package dev.mltest.tiny;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A whole framework: dense layers with tanh between them. One output is compared with a number by
 * its squared error, several are logits of classes under cross entropy.
 */
final class TinyNet {

    final List<TinyDense> layers;
    private final boolean isSingle;
    private int steps;

    /**
     * A network.
     *
     * @param layers in the order of use; one may be used again
     * @param isSingle whether weights and results are rounded to single precision
     */
    TinyNet(List<TinyDense> layers, boolean isSingle) {
        this.layers = layers;
        this.isSingle = isSingle;
        round();
    }

    /** Dense layers of these widths, the last one called {@code head}. */
    static TinyNet of(long seed, boolean firstIsFrozen, int... widths) {
        Random random = new Random(seed);
        List<TinyDense> layers = new ArrayList<>();
        for (int i = 0; i + 1 < widths.length; i++) {
            String name = i + 2 == widths.length ? "head" : i == 0 ? "hidden" : "hidden" + i;
            boolean frozen = firstIsFrozen && i == 0;
            layers.add(new TinyDense(name, widths[i], widths[i + 1], frozen, random));
        }
        return new TinyNet(layers, true);
    }

    /** The same layers, values and all, in double precision. */
    TinyNet inDoublePrecision() {
        List<TinyDense> copies = new ArrayList<>();
        for (TinyDense layer : layers) {
            int first = layers.indexOf(layer);
            copies.add(first < copies.size() ? copies.get(first) : copy(layer));
        }
        return new TinyNet(copies, false);
    }

    private static TinyDense copy(TinyDense layer) {
        int inputs = (int) layer.weight.shape[0];
        int outputs = (int) layer.weight.shape[1];
        TinyDense copy = new TinyDense(layer.name, inputs, outputs, layer.frozen, new Random());
        System.arraycopy(layer.weight.values, 0, copy.weight.values, 0, copy.weight.values.length);
        System.arraycopy(layer.bias.values, 0, copy.bias.values, 0, outputs);
        return copy;
    }

    double[] forward(double[] row) {
        double[] values = row;
        for (int i = 0; i < layers.size(); i++) {
            values = layers.get(i).forward(i == 0 ? values : tanh(values));
        }
        return rounded(values);
    }

    /** Walks one pass back, from the gradient of its outputs to that of its inputs. */
    double[] backward(double[] gradient) {
        double[] values = gradient;
        for (int i = layers.size() - 1; i >= 0; i--) {
            double[] squashed = layers.get(i).lastInput();
            values = layers.get(i).backward(values);
            if (i > 0) {
                double[] back = values;
                Arrays.setAll(back, j -> back[j] * (1 - squashed[j] * squashed[j]));
            }
        }
        return values;
    }

    double loss(double[] outputs, double target) {
        if (outputs.length == 1) {
            return Math.pow(outputs[0] - target, 2);
        }
        return -Math.log(softmax(outputs)[(int) target]);
    }

    double[] gradientOfLoss(double[] outputs, double target) {
        if (outputs.length == 1) {
            return new double[] {2 * (outputs[0] - target)};
        }
        double[] gradient = softmax(outputs);
        gradient[(int) target] -= 1;
        return gradient;
    }

    /** One step of Adam along the gradients at hand. */
    void step() {
        steps++;
        weights().filter(weight -> !isFrozen(weight)).forEach(weight -> weight.step(steps));
        round();
    }

    /** All that decides how the network goes on. */
    double[][] state() {
        return Stream.concat(
                        Stream.of(new double[] {steps}),
                        weights()
                                .flatMap(weight -> Stream.of(weight.values, weight.moments))
                                .map(double[]::clone))
                .toArray(double[][]::new);
    }

    void restore(double[]... state) {
        steps = (int) state[0][0];
        int next = 1;
        for (TinyWeight weight : weights().toList()) {
            System.arraycopy(state[next++], 0, weight.values, 0, weight.values.length);
            System.arraycopy(state[next++], 0, weight.moments, 0, weight.moments.length);
        }
    }

    Stream<TinyWeight> weights() {
        return layers.stream().distinct().flatMap(layer -> Stream.of(layer.weight, layer.bias));
    }

    private boolean isFrozen(TinyWeight weight) {
        return layers.stream()
                .anyMatch(
                        layer -> layer.frozen && (layer.weight == weight || layer.bias == weight));
    }

    boolean isSingle() {
        return isSingle;
    }

    private void round() {
        weights()
                .forEach(weight -> System.arraycopy(
                        rounded(weight.values), 0, weight.values, 0, weight.values.length));
    }

    private double[] rounded(double[] values) {
        return isSingle ? Arrays.stream(values).map(value -> (float) value).toArray() : values;
    }

    private static double[] tanh(double[] values) {
        return Arrays.stream(values).map(Math::tanh).toArray();
    }

    private static double[] softmax(double[] logits) {
        double highest = Arrays.stream(logits).max().orElseThrow();
        double[] powers =
                Arrays.stream(logits).map(logit -> Math.exp(logit - highest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }
}
