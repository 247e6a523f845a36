package dev.mltest.sample.dl4j;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A step of a network that has no weights and no state, and leaves masks as they are. */
public abstract class StatelessPreProcessor implements InputPreProcessor {

    private static final long serialVersionUID = 1L;

    @Override
    public final InputPreProcessor clone() {
        return this;
    }

    @Override
    public final Pair<INDArray, MaskState> feedForwardMaskArray(
            INDArray mask, MaskState state, int examples) {
        return new Pair<>(mask, state);
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public final int hashCode() {
        return getClass().hashCode();
    }
}
