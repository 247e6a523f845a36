package dev.mltest.tiny;

import dev.mltest.tiny.TinyLayer.Traced;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A chain of layers with a loss, trained with Adam. Computes in single precision at first. */
final class TinyNet {

    final List<TinyLayer> layers;
    final TinyLoss loss;
    final boolean single;
    final Map<String, TinyWeight> weights = new LinkedHashMap<>();
    int steps;

    private TinyNet(boolean single, TinyLoss loss, List<TinyLayer> layers) {
        this.single = single;
        this.loss = loss;
        this.layers = layers;
        layers.forEach(layer -> layer.declare(weights));
    }

    /** A fresh network; the seed decides the weights. */
    static TinyNet of(long seed, TinyLoss loss, TinyLayer... layers) {
        TinyNet net = new TinyNet(true, loss, List.of(layers));
        Random random = new Random(seed);
        net.weights.values().forEach(weight -> {
            weight.initialise(random);
            net.round(weight.value);
        });
        return net;
    }

    /** The same weights in double precision, untrained. */
    TinyNet widened() {
        TinyNet wide = new TinyNet(false, loss, layers);
        weights.forEach((name, weight) -> wide.weights.get(name).become(weight));
        return wide;
    }

    /** Excludes a layer from training. */
    TinyNet freeze(String layer) {
        weights.forEach((name, weight) -> weight.frozen |= name.startsWith(layer + "/"));
        return this;
    }

    /**
     * The weight of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    TinyWeight weight(String name) {
        TinyWeight weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("no weight is named '%s'".formatted(name));
        }
        return weight;
    }

    /** All that training moves, but the number of steps. */
    Stream<double[]> state() {
        return weights.values().stream().flatMap(weight -> weight.state().stream());
    }

    /** What every layer put out. */
    List<Traced> forward(double[][] rows) {
        List<Traced> trace = new ArrayList<>();
        double[][] current = rows;
        for (TinyLayer layer : layers) {
            trace.add(layer.forward(current, weights));
            current = round(trace.get(trace.size() - 1).outputs());
        }
        return trace;
    }

    /** What the last layer puts out. */
    double[][] outputs(double[][] rows) {
        return forward(rows).get(layers.size() - 1).outputs();
    }

    /** The loss of given outputs. */
    double loss(double[][] outputs, double[][] targets) {
        return round(loss.mean(outputs, targets, new double[outputs.length][outputs[0].length]));
    }

    /** Loss and gradients: the weights' are left in them, the inputs' are handed out. */
    Backward backward(double[][] rows, double[][] targets) {
        weights.values().forEach(weight -> Arrays.fill(weight.gradient, 0));
        List<Traced> trace = forward(rows);
        double[][] outputs = trace.get(trace.size() - 1).outputs();
        double[][] gradient = new double[outputs.length][outputs[0].length];
        double value = round(loss.mean(outputs, targets, gradient));
        for (int i = trace.size() - 1; i >= 0; i--) {
            gradient = round(trace.get(i).backward().apply(round(gradient)));
        }
        weights.values().forEach(weight -> round(weight.gradient));
        return new Backward(value, gradient);
    }

    /** One step of training; gives the loss before it. */
    double fit(double[][] rows, double[][] targets) {
        double before = backward(rows, targets).loss();
        steps++;
        weights.values().stream().filter(weight -> !weight.frozen).forEach(weight -> {
            weight.update(steps);
            weight.state().forEach(this::round);
        });
        return before;
    }

    /** What one backward pass gave. */
    record Backward(double loss, double[][] inputs) {}

    private double[][] round(double[][] rows) {
        Arrays.stream(rows).forEach(this::round);
        return rows;
    }

    private void round(double[] values) {
        Arrays.setAll(values, i -> round(values[i]));
    }

    private double round(double value) {
        return single ? (float) value : value;
    }
}
