package dev.mltest.benchmark;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.relation.Transformation;

import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Transformations that mltest does not bring along. */
final class RivalTransformations {

    private RivalTransformations() {}

    /** Points [N x points x 3] turned about the origin, by any angle about any axis. */
    static Transformation rotation() {
        return of("a rotation", random -> {
            double[] matrix = matrix(random);
            return points -> turned(points, matrix);
        });
    }

    /** Points moved by {@code size} times a standard normal vector, as e3nn does with size 10. */
    static Transformation translation(double size) {
        return of("a translation", random -> {
            double[] by = {
                size * random.nextGaussian(),
                size * random.nextGaussian(),
                size * random.nextGaussian()
            };
            return points -> moved(points, by);
        });
    }

    /** Images [N x C x S x S] shifted along rows by 2, 4, ... and outputs by half as much. */
    static Transformation evenShift(int size) {
        return new Named("a cyclic shift by an even number", random -> {
            int by = 2 * (1 + random.nextInt(size / 2 - 1));
            return new Transformation.Drawn(
                    "cyclic shift by " + by,
                    batch -> onInput(batch, image -> shifted(image, size, by)),
                    output -> shifted(output, size / 2, by / 2));
        });
    }

    private static Transformation of(
            String name, Function<RandomGenerator, UnaryOperator<ArrayTensor>> drawing) {
        return new Named(name, random -> {
            int seed = random.nextInt(1_000_000);
            UnaryOperator<ArrayTensor> change = drawing.apply(new Random(seed));
            return new Transformation.Drawn(
                    name + " (seed " + seed + ")", batch -> onInput(batch, change), change);
        });
    }

    private static Batch onInput(Batch batch, UnaryOperator<ArrayTensor> change) {
        String name = batch.inputs().names().get(0);
        return batch.withInputs(batch.inputs().with(name, change.apply(batch.input(name))));
    }

    private static ArrayTensor shifted(ArrayTensor image, int size, int by) {
        double[] shifted = new double[image.length()];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = image.get(i / size * size + Math.floorMod(i % size - by, size));
        }
        return ArrayTensor.of(image.elementType(), image.shape(), shifted);
    }

    private static ArrayTensor moved(ArrayTensor points, double... by) {
        double[] moved = new double[points.length()];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = points.get(i) + by[i % 3];
        }
        return ArrayTensor.of(points.elementType(), points.shape(), moved);
    }

    private static ArrayTensor turned(ArrayTensor points, double... matrix) {
        double[] turned = new double[points.length()];
        for (int i = 0; i < turned.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                turned[i] += matrix[i % 3 * 3 + axis] * points.get(i / 3 * 3 + axis);
            }
        }
        return ArrayTensor.of(points.elementType(), points.shape(), turned);
    }

    /** Of a unit quaternion drawn uniformly. */
    private static double[] matrix(RandomGenerator random) {
        double[] q = new double[4];
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = random.nextGaussian();
            squares += q[i] * q[i];
        }
        double s = 2 / squares;
        return new double[] {
            1 - s * (q[2] * q[2] + q[3] * q[3]),
            s * (q[1] * q[2] - q[3] * q[0]),
            s * (q[1] * q[3] + q[2] * q[0]),
            s * (q[1] * q[2] + q[3] * q[0]),
            1 - s * (q[1] * q[1] + q[3] * q[3]),
            s * (q[2] * q[3] - q[1] * q[0]),
            s * (q[1] * q[3] - q[2] * q[0]),
            s * (q[2] * q[3] + q[1] * q[0]),
            1 - s * (q[1] * q[1] + q[2] * q[2])
        };
    }

    private record Named(String describe, Function<RandomGenerator, Drawn> drawing)
            implements Transformation {

        @Override
        public Drawn draw(RandomGenerator random) {
            return drawing.apply(random);
        }
    }
}
