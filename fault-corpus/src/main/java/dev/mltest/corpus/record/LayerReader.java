package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.program.Layer;
import dev.mltest.model.Activation;
import dev.mltest.model.ArrayTensor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Summarises what the layers put out. */
final class LayerReader {

    private static final double FAR = 5;

    private final Setting setting;
    private final Engine engine;

    LayerReader(Setting setting, Engine engine) {
        this.setting = setting;
        this.engine = engine;
    }

    /** With the outputs of the same layers in training mode, if they were taken too. */
    List<LayerLook> read(List<Activation> seen, List<Activation> training) {
        List<LayerLook> looks = new ArrayList<>();
        ArrayTensor before = null;
        for (int i = 0; i < seen.size(); i++) {
            ArrayTensor output = seen.get(i).value().toArray();
            double similarity = i < training.size()
                    ? Similarity.of(output, training.get(i).value().toArray())
                    : Double.NaN;
            looks.add(read(seen.get(i).layer(), output, before, similarity));
            before = output;
        }
        return looks;
    }

    private LayerLook read(
            String path, ArrayTensor output, @Nullable ArrayTensor before, double similarity) {
        Optional<Layer> layer = setting.layer(path);
        double[] values = output.toDoubles();
        double[][] units = Units.of(output, engine);
        double[] input = layer.map(known -> input(known, values, before)).orElse(new double[0]);
        return new LayerLook(
                path,
                Spread.of(values),
                share(values, value -> value <= 0),
                UnitHealth.dead(units),
                UnitHealth.silent(units),
                layer.map(known -> saturated(known, units)).orElse(0.0),
                input.length == 0 ? List.of() : List.of(Spread.of(input)),
                share(input, value -> Math.abs(value) >= FAR),
                similarity);
    }

    private static double share(double[] values, DoublePredicate condition) {
        return Arrays.stream(values).filter(condition).count()
                / (double) Math.max(1, values.length);
    }

    private static double saturated(Layer layer, double[][] units) {
        return switch (layer.activation()) {
            case "sigmoid" -> UnitHealth.saturated(units, 0, 1);
            case "tanh" -> UnitHealth.saturated(units, -1, 1);
            default -> 0;
        };
    }

    /** What the layer before put out, or else what the activation function must have been given. */
    private static double[] input(Layer layer, double[] output, @Nullable ArrayTensor before) {
        if (layer.kind().equals("activation")) {
            return before != null && before.length() == output.length
                    ? before.toDoubles()
                    : new double[0];
        }
        boolean isPlain = layer.kind().equals("dense") || layer.kind().equals("convolution");
        return isPlain ? Inverse.of(layer.activation(), output) : new double[0];
    }

    /** Numbers that an activation function takes to these. */
    private static final class Inverse {

        private static final double BEYOND = 100; // where single precision shows the end of a range

        static double[] of(String activation, double[] output) {
            return switch (activation) {
                case "tanh" -> map(output, y -> 0.5 * Math.log((1 + y) / (1 - y)));
                case "sigmoid" -> map(output, y -> Math.log(y / (1 - y)));
                default -> new double[0];
            };
        }

        private static double[] map(double[] output, DoubleUnaryOperator inverse) {
            return IntStream.range(0, output.length)
                    .mapToDouble(i -> inverse.applyAsDouble(output[i]))
                    .map(x -> Double.isInfinite(x) ? Math.copySign(BEYOND, x) : x)
                    .toArray();
        }
    }
}
