package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Numbers;

import java.util.stream.IntStream;

/** Expectations of how outputs answer a change of the inputs. */
final class Expectations {

    private Expectations() {}

    /** f(t(x)) = f(x). */
    record Invariant() implements Expectation {

        @Override
        public String describe(String change) {
            return "invariant under " + change;
        }

        @Override
        public double[] errors(Sides sides, Agreement agreement) {
            return agreement.distances(sides.output(), sides.actual());
        }

        @Override
        public boolean holdsLayerByLayer() {
            return true;
        }
    }

    /** f(t(x)) = t(f(x)). */
    record Equivariant() implements Expectation {

        @Override
        public String describe(String change) {
            return "equivariant under " + change;
        }

        @Override
        public double[] errors(Sides sides, Agreement agreement) {
            return agreement.distances(moved(sides), sides.actual());
        }

        private static ArrayTensor moved(Sides sides) {
            try {
                return sides.drawn().onOutput().apply(sides.output());
            } catch (ConfigurationException misfit) {
                throw new ConfigurationException(
                        "'%s' cannot change the output %s as it changes the inputs: %s; write Relation.equivariantUnder(inputs, outputs) with the change of the outputs"
                                .formatted(
                                        sides.drawn().description(),
                                        sides.output().shape(),
                                        misfit.reason()),
                        misfit);
            }
        }

        @Override
        public boolean holdsLayerByLayer() {
            return true;
        }
    }

    /** f(t(x)) is nowhere smaller than f(x), or nowhere larger. */
    record Monotone(boolean rising) implements Expectation {

        @Override
        public String describe(String change) {
            return (rising ? "never falling" : "never rising") + " under " + change;
        }

        @Override
        public double[] errors(Sides sides, Agreement agreement) {
            ArrayTensor before = sides.output();
            ArrayTensor after = sides.actual();
            if (!before.shape().equals(after.shape())) {
                return agreement.distances(before, after);
            }
            double sign = rising ? 1 : -1;
            double[] wrongWay = IntStream.range(0, before.length())
                    .mapToDouble(i -> Math.max(0, sign * (before.get(i) - after.get(i))))
                    .toArray();
            ArrayTensor steps = ArrayTensor.ofDoubles(before.shape(), wrongWay);
            return agreement.distances(steps, steps.map(step -> 0));
        }
    }

    /** |f(t(x)) - f(x)| is at most {@code factor} times |t(x) - x|, both Euclidean. */
    record Bounded(double factor) implements Expectation {

        @Override
        public String describe(String change) {
            return "changing by at most %s times as much as the inputs under %s"
                    .formatted(Numbers.text(factor), change);
        }

        @Override
        public double[] errors(Sides sides, Agreement agreement) {
            double[] outputs = Agreement.euclidean().distances(sides.output(), sides.actual());
            double[] inputs = InputChange.between(sides.inputs(), sides.changed());
            double[] excess = new double[outputs.length];
            for (int row = 0; row < excess.length; row++) {
                excess[row] = Math.max(0, outputs[row] - factor * inputs[row]);
            }
            return excess;
        }
    }
}
