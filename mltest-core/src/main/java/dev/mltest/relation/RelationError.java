package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

import java.util.random.RandomGenerator;

/** Measures how far f(t(x)) is from what a relation says it is. */
final class RelationError {

    private static final double NOISE_FACTOR = 16;
    private static final double ROUND_OFF_FACTOR = 64;

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
            double scale = output.rows(row).summary().maxAbs();
            double roundOff = ROUND_OFF_FACTOR * output.elementType().epsilon() * scale;
            return NOISE_FACTOR * noise[row] + roundOff;
        }
    }

    Base base(Batch batch) {
        ArrayTensor output = model.predict(batch).first().toArray();
        ArrayTensor moved = model.predict(nullPerturbed(batch)).first().toArray();
        return new Base(output, rowErrors(output, moved));
    }

    /** Largest error of each example. */
    double[] of(Batch batch, Base base, Transformation.Drawn drawn) {
        Tensor actual = model.predict(drawn.onInputs().apply(batch)).first();
        ArrayTensor expected = relation.kind() == Relation.Kind.INVARIANT
                ? base.output()
                : drawn.onOutput().apply(base.output());
        return rowErrors(expected, actual.toArray());
    }

    private Batch nullPerturbed(Batch batch) {
        NamedTensors inputs = batch.inputs()
                .map((name, tensor) ->
                        tensor.elementType().isFloating() ? oneUlp(tensor.toArray()) : tensor);
        return batch.withInputs(inputs);
    }

    private ArrayTensor oneUlp(ArrayTensor tensor) {
        ElementType type = tensor.elementType();
        return tensor.map(value -> value + (random.nextBoolean() ? 1 : -1) * type.ulp(value));
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
