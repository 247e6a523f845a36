package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Measures how far f(t(x)) is from what a relation says it is. */
final class RelationError {

    private static final double NOISE_FACTOR = 16;
    private static final double ROUND_OFF_FACTOR = 64;

    /** Perturbations of {@link #steadied}, each of up to so many units. */
    static final int STEADYING = 8;

    private static final int MOST_UNITS = 4;

    private final Relation relation;
    private final Predictor model;
    private final RandomGenerator random;

    RelationError(Relation relation, Predictor model, RandomGenerator random) {
        this.relation = relation;
        this.model = model;
        this.random = random;
    }

    /**
     * The untransformed side.
     *
     * @param output f(x)
     * @param noise largest change of each row when the inputs move by one unit in the last place
     */
    record Base(ArrayTensor output, double[] noise) {

        double tolerance(int row) {
            ElementType type = output.elementType();
            double scale = output.rows(row).summary().maxAbs();
            double flushed = scale == 0 ? 0 : type.smallestNormal();
            double roundOff = ROUND_OFF_FACTOR * (type.epsilon() * scale + flushed);
            return NOISE_FACTOR * noise[row] + roundOff;
        }
    }

    Base base(Batch batch) {
        ArrayTensor output = model.predict(batch).first().toArray();
        ArrayTensor moved = model.predict(nullPerturbed(batch, 1)).first().toArray();
        return new Base(output, noise(output, moved));
    }

    /**
     * With the largest noise of several perturbations of different size. A single one by plus or
     * minus one unit shows nothing where two inputs cancel and happen to move alike.
     */
    Base steadied(Batch batch, Base base, int perturbations) {
        double[] noise = base.noise().clone();
        for (int i = 0; i < perturbations; i++) {
            Batch perturbed = nullPerturbed(batch, MOST_UNITS);
            ArrayTensor moved = model.predict(perturbed).first().toArray();
            double[] seen = noise(base.output(), moved);
            Arrays.setAll(noise, row -> Math.max(noise[row], seen[row]));
        }
        return new Base(base.output(), noise);
    }

    /** Largest error of each example. */
    double[] of(Batch batch, Base base, Transformation.Drawn drawn) {
        Tensor actual = model.predict(drawn.onInputs().apply(batch)).first();
        ArrayTensor expected = relation.kind() == Relation.Kind.INVARIANT
                ? base.output()
                : drawn.onOutput().apply(base.output());
        return rowErrors(expected, actual.toArray());
    }

    private Batch nullPerturbed(Batch batch, int mostUnits) {
        NamedTensors inputs = batch.inputs()
                .map((name, tensor) -> tensor.elementType().isFloating()
                        ? moved(tensor.toArray(), mostUnits)
                        : tensor);
        return batch.withInputs(inputs);
    }

    private ArrayTensor moved(ArrayTensor tensor, int mostUnits) {
        ElementType type = tensor.elementType();
        return tensor.map(value -> {
            double units = mostUnits == 1 ? 1 : 1 + random.nextInt(mostUnits);
            double step = (random.nextBoolean() ? 1 : -1) * units * type.ulp(value);
            return Math.abs(value + step) <= type.largest() ? value + step : value - step;
        });
    }

    /** Where a model takes a value but not its neighbour, nothing can be measured. */
    private static double[] noise(ArrayTensor output, ArrayTensor moved) {
        return Arrays.stream(rowErrors(output, moved))
                .map(distance -> Double.isFinite(distance) ? distance : 0)
                .toArray();
    }

    private static double[] rowErrors(ArrayTensor expected, ArrayTensor actual) {
        int rows = (int) expected.shape().size(0);
        double[] errors = new double[rows];
        boolean comparable = expected.shape().equals(actual.shape());
        int width = expected.rowLength();
        for (int i = 0; i < expected.length(); i++) {
            double distance = comparable ? Math.abs(expected.get(i) - actual.get(i)) : Double.NaN;
            boolean larger = distance > errors[i / width] || Double.isNaN(distance);
            errors[i / width] = larger ? distance : errors[i / width];
        }
        return errors;
    }
}
