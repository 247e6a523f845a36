package dev.mltest.relation;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

/** What must hold between f(x) and what the model says of the changed inputs. */
public interface Expectation {

    /** The relation as an adjective, for example {@code invariant under a flip of axis 3}. */
    String describe(String change);

    /**
     * How far each example is from what must hold: 0 where it holds to the bit, NaN where the
     * outputs cannot be compared.
     *
     * @param sides what was asked and answered
     * @param agreement how outputs are compared
     * @return one number for each example
     */
    double[] errors(Sides sides, Agreement agreement);

    /** The inputs that the model is asked about next. */
    default Batch next(Batch inputs, ArrayTensor output, Transformation.Drawn drawn) {
        return drawn.onInputs().apply(inputs);
    }

    /**
     * Whether each layer, too, should either stay or follow the change, until one lets go of it.
     */
    default boolean holdsLayerByLayer() {
        return false;
    }

    /** How often {@link #errors} asks the model once more. */
    default int furtherForwards() {
        return 0;
    }
}
