package dev.mltest.corpus.images;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.ops.NDBase;

/** Turns pictures round along an axis, in DL4J. */
record Mirror(int axis) implements InputPreProcessor {

    private static final long serialVersionUID = 1L;

    @Override
    public INDArray preProcess(INDArray pictures, int examples, LayerWorkspaceMgr workspaces) {
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, mirrored(pictures));
    }

    @Override
    public INDArray backprop(INDArray gradient, int examples, LayerWorkspaceMgr workspaces) {
        return workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, mirrored(gradient));
    }

    private INDArray mirrored(INDArray pictures) {
        return new NDBase().reverse(pictures, axis);
    }

    @Override
    public InputPreProcessor clone() {
        return new Mirror(axis);
    }

    @Override
    public InputType getOutputType(InputType pictures) {
        return pictures;
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
            INDArray mask, MaskState state, int examples) {
        return new Pair<>(mask, state);
    }
}
