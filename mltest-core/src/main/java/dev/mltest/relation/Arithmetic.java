package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Numbers;
import dev.mltest.model.Shape;
import dev.mltest.relation.Transformation.Drawn;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** Changes of values: factors, offsets, small steps. */
final class Arithmetic {

    private static final int SEEDS = 10_000;

    private Arithmetic() {}

    /** All values times a factor between 1 / most and most, uniform in its logarithm. */
    static Transformation scaling(double most) {
        return new Changes.Named("a scaling by up to " + Numbers.text(most), random -> {
            double factor = Math.pow(most, 2 * random.nextDouble() - 1);
            return Changes.simplifiedBy(scaled(factor), List.of(scaled(2), scaled(0.5)));
        });
    }

    private static Drawn scaled(double factor) {
        return Changes.ofValues(
                "scaling by " + Numbers.text(factor),
                Changes.ofNumbers("scaling", tensor -> tensor.map(x -> factor * x)));
    }

    /** The same offset, drawn for each coordinate of the last axis, for all points. */
    static Transformation translation(double most) {
        return new Changes.Named("a translation by up to " + Numbers.text(most), random -> {
            int seed = random.nextInt(SEEDS);
            double[] far = uniform(seed, most);
            Drawn unit = moved("translation by %s along axis 0", most, new double[] {most});
            return Changes.simplifiedBy(
                    moved("translation by up to %s (seed " + seed + ")", most, far), List.of(unit));
        });
    }

    /** Offsets repeat where there are more coordinates than offsets, and are 0 behind a single. */
    private static Drawn moved(String description, double most, double[] offsets) {
        return Changes.ofValues(
                description.formatted(Numbers.text(most)),
                Changes.ofNumbers("translation", tensor -> moved(tensor, offsets)));
    }

    private static ArrayTensor moved(ArrayTensor tensor, double[] offsets) {
        int size = (int) tensor.shape().size(-1);
        double[] values = tensor.toDoubles();
        for (int i = 0; i < values.length; i++) {
            int coordinate = i % size;
            boolean none = offsets.length == 1 && coordinate > 0;
            values[i] += none ? 0 : offsets[coordinate % offsets.length];
        }
        return ArrayTensor.of(tensor.elementType(), tensor.shape(), values);
    }

    private static double[] uniform(int seed, double most) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> most * (2 * random.nextDouble() - 1))
                .limit(64)
                .toArray();
    }

    /** One place along an axis raised by a positive amount of at most so much. */
    static Transformation raising(int axis, int place, double most) {
        return new Changes.Named(
                "a rise of place %d of axis %d by up to %s"
                        .formatted(place, axis, Numbers.text(most)),
                random -> {
                    double by = most * (1 - random.nextDouble());
                    return Changes.simplifiedBy(
                            raised(axis, place, by), List.of(raised(axis, place, most)));
                });
    }

    private static Drawn raised(int axis, int place, double by) {
        String description =
                "rise of place %d of axis %d by %s".formatted(place, axis, Numbers.text(by));
        return Changes.ofInputs(description, tensor -> {
            int size = TensorMoves.size(tensor, axis);
            int at = place < 0 ? size + place : place;
            if (at < 0 || at >= size) {
                throw new ConfigurationException(
                        "place %d is none of the places 0 to %d of axis %d of shape %s"
                                .formatted(place, size - 1, axis, tensor.shape()));
            }
            int inner = TensorMoves.inner(tensor.shape(), axis);
            double[] values = tensor.toDoubles();
            for (int i = 0; i < values.length; i++) {
                values[i] += i / inner % size == at ? by : 0;
            }
            return ArrayTensor.of(tensor.elementType(), tensor.shape(), values);
        });
    }

    /** A step in a random direction that is at most so long for each example. */
    static Transformation step(double longest) {
        return new Changes.Named("a step of length up to " + Numbers.text(longest), random -> {
            double length = longest * (1 - random.nextDouble());
            return stepped(length, random.nextInt(SEEDS));
        });
    }

    private static Drawn stepped(double length, int seed) {
        String description =
                "step of length %s (direction %d)".formatted(Numbers.text(length), seed);
        return Changes.ofInputs(
                description,
                Changes.ofNumbers("step", tensor -> stepped(tensor, length, new Random(seed))));
    }

    private static ArrayTensor stepped(ArrayTensor tensor, double length, RandomGenerator random) {
        int width = tensor.rowLength();
        double[] direction = direction(width, random);
        double[] values = tensor.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] += length * direction[i % width];
        }
        return ArrayTensor.of(tensor.elementType(), tensor.shape(), values);
    }

    private static double[] direction(int width, RandomGenerator random) {
        double[] direction =
                DoubleStream.generate(random::nextGaussian).limit(width).toArray();
        double norm = Math.sqrt(DoubleStream.of(direction).map(x -> x * x).sum());
        return DoubleStream.of(direction).map(x -> x / norm).toArray();
    }

    /** x plus its own elements in another order, drawn for each case. */
    static Transformation sumWithItself() {
        return new Changes.Named(
                "a sum with its own elements in another order",
                random -> Permutation.draw(random).as(Arithmetic::summed));
    }

    private static Drawn summed(Permutation order) {
        String description = "sum with the " + order.description().formatted("its elements");
        return Changes.ofInputs(description, Changes.ofNumbers("sum", tensor -> {
            ArrayTensor flat =
                    tensor.reshaped(Shape.of(tensor.shape().size(0), tensor.rowLength()));
            return tensor.plusScaled(order.along(flat, 1).reshaped(tensor.shape()), 1);
        }));
    }
}
