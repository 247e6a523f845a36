package dev.mltest.sample.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.ops.NDBase;

/** Images [N x channels x height x width], left and right exchanged. */
public final class Mirror extends StatelessPreProcessor {

    private static final long serialVersionUID = 1L;
    private static final int ACROSS = 3;

    @Override
    public INDArray preProcess(INDArray images, int examples, LayerWorkspaceMgr workspaces) {
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, mirrored(images));
    }

    @Override
    public INDArray backprop(INDArray gradient, int examples, LayerWorkspaceMgr workspaces) {
        return workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, mirrored(gradient));
    }

    @Override
    public InputType getOutputType(InputType images) {
        return images;
    }

    private static INDArray mirrored(INDArray images) {
        return new NDBase().reverse(images, ACROSS);
    }
}
