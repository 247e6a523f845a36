package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Shape;

/** Expectations that are equations of the model with itself. */
final class Equations {

    private Equations() {}

    /** f(x + y) = f(x) + f(y), y being x with its elements in another order. */
    record Additive() implements Expectation {

        @Override
        public String describe(String change) {
            return "additive under " + change;
        }

        @Override
        public double[] errors(Sides sides, Agreement agreement) {
            String name = sides.inputs().inputs().names().get(0);
            ArrayTensor x = sides.inputs().input(name);
            ArrayTensor y = sides.changed().input(name).plusScaled(x, -1);
            Batch alone = sides.inputs().withInputs(sides.inputs().inputs().with(name, y));
            ArrayTensor other = sides.model().apply(alone);
            return agreement.distances(sides.output().plusScaled(other, 1), sides.actual());
        }

        @Override
        public int furtherForwards() {
            return 1;
        }
    }

    /** f(f(x)) = f(x). */
    record Idempotent() implements Expectation {

        @Override
        public String describe(String change) {
            return "idempotent";
        }

        @Override
        public Batch next(Batch inputs, ArrayTensor output, Transformation.Drawn drawn) {
            String name = inputs.inputs().names().get(0);
            Shape wanted = inputs.input(name).shape();
            if (!wanted.equals(output.shape())) {
                throw new ConfigurationException(
                        "an idempotent model takes its own output as '%s', but the output is %s and '%s' is %s; declare it of an output of that shape"
                                .formatted(name, output.shape(), name, wanted));
            }
            ArrayTensor again = output.as(inputs.input(name).elementType());
            return inputs.withInputs(inputs.inputs().with(name, again));
        }

        @Override
        public double[] errors(Sides sides, Agreement agreement) {
            return agreement.distances(sides.output(), sides.actual());
        }
    }
}
