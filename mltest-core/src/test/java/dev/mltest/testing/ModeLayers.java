package dev.mltest.testing;

import dev.mltest.model.Parameter;
import dev.mltest.model.Shape;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Layers that do in one mode what they do not do in the other, or that keep what they should not.
 */
public final class ModeLayers {

    private ModeLayers() {}

    /** Faulty: subtracts the batch mean in training, and at inference a mean that never moves. */
    public static Layer stuckCentre(String name, int width) {
        Weight mean =
                new Weight("runningMean", Parameter.Role.STATE, Shape.of(width), new double[width]);
        return new Made(
                name,
                List.of(mean),
                (rows, pass) -> Rows.minus(rows, pass.isTraining() ? Rows.mean(rows) : mean.value));
    }

    /** Faulty: its running mean follows its own batches and others that lie this far off. */
    public static Layer mixingCentre(String name, int width, double offset) {
        Weight mean =
                new Weight("runningMean", Parameter.Role.STATE, Shape.of(width), new double[width]);
        return new Made(name, List.of(mean), (rows, pass) -> {
            double[] now = Rows.mean(rows);
            for (int i = 0; pass.isTraining() && i < width; i++) {
                mean.value[i] = 0.8 * mean.value[i] + 0.1 * now[i] + 0.1 * (now[i] + offset);
            }
            return Rows.minus(rows, pass.isTraining() ? now : mean.value);
        });
    }

    /** Divides by the batch's size in training and by a running average of it at inference. */
    public static Layer scale(String name, double momentum) {
        Weight square = new Weight("runningSquare", Parameter.Role.STATE, Shape.of(1), 1.0);
        return new Made(name, List.of(square), (rows, pass) -> {
            double now = pass.isTraining() ? meanSquare(rows) : square.value[0];
            square.value[0] += pass.isTraining() ? (1 - momentum) * (now - square.value[0]) : 0;
            return Rows.map(rows, x -> x / Math.sqrt(now));
        });
    }

    /** Faulty: dropout that does not scale up what it keeps. */
    public static Layer plainDropout(String name, double rate) {
        return new Made(
                name,
                List.of(),
                (rows, pass) -> pass.isTraining()
                        ? Rows.map(rows, x -> pass.noise().uniform() < rate ? 0 : x)
                        : rows);
    }

    /** Normal noise that takes from the signal what it adds, so that the size stays. */
    public static Layer noiseOfOneSize(String name, double share) {
        return new Made(name, List.of(), (rows, pass) -> {
            double added = Math.sqrt(share * meanSquare(rows));
            return pass.isTraining()
                    ? Rows.map(
                            rows,
                            x -> Math.sqrt(1 - share) * x + added * pass.noise().normal())
                    : rows;
        });
    }

    /** Faulty: remembers the last batch it saw at inference, and adds a little of it. */
    public static Layer remembering(String name) {
        double[] last = new double[1];
        return new Made(name, List.of(), (rows, pass) -> {
            double added = last[0];
            last[0] = rows[0][0];
            return pass.isTraining() ? rows : Rows.map(rows, x -> x + added);
        });
    }

    /** Faulty: counts predictions in a state that is saved with the model. */
    public static Layer counting(String name) {
        Weight count = new Weight("count", Parameter.Role.STATE, Shape.of(1), 0.0);
        return new Made(name, List.of(count), (rows, pass) -> {
            count.value[0] += pass.isTraining() ? 0 : 1;
            return rows;
        });
    }

    /** Faulty: multiplies by numbers that are no parameters. */
    public static Layer unregistered(String name, int width, Noise noise) {
        double[] hidden = Weight.normal("hidden", 1, noise, width).value;
        return new Made(name, List.of(), (rows, pass) -> {
            double[][] result = Rows.map(rows, x -> x);
            for (double[] row : result) {
                for (int i = 0; i < row.length; i++) {
                    row[i] *= hidden[i];
                }
            }
            return result;
        });
    }

    /** Faulty: divides by the number of examples. */
    public static Layer dividedByBatch(String name) {
        return new Made(name, List.of(), (rows, pass) -> Rows.map(rows, x -> 8 * x / rows.length));
    }

    /** Faulty: adds a number that grows from row to row. */
    public static Layer numbered(String name) {
        return new Made(name, List.of(), (rows, pass) -> {
            double[][] result = Rows.map(rows, x -> x);
            for (int r = 0; r < result.length; r++) {
                result[r][0] += r;
            }
            return result;
        });
    }

    /** Faulty: brings rows to length 1 without a guard. */
    public static Layer unitRows(String name) {
        return new Made(name, List.of(), (rows, pass) -> {
            double[][] result = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
                double length = Math.sqrt(meanSquare(new double[][] {rows[r]}));
                result[r] = Rows.map(new double[][] {rows[r]}, x -> x / length)[0];
            }
            return result;
        });
    }

    private static double meanSquare(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return sum / rows.length / rows[0].length;
    }

    /** Any forward pass; the gradient passes as through the identity. */
    private record Made(
            String name, List<Weight> weights, BiFunction<double[][], Pass, double[][]> function)
            implements Layer {

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            return pass.rounded(function.apply(Rows.map(rows, x -> x), pass));
        }

        @Override
        public double[][] backward(double[][] gradient) {
            return gradient;
        }
    }
}
