package dev.mltest.corpus.images;

import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A dropout of one's own. */
final class Dl4jPlainDropout extends Dropout {

    private static final long serialVersionUID = 1L;

    Dl4jPlainDropout(@JsonProperty("p") double kept) {
        super(kept);
    }

    @Override
    public INDArray applyDropout(
            INDArray values,
            INDArray result,
            int iteration,
            int epoch,
            LayerWorkspaceMgr workspaces) {
        return super.applyDropout(values, result, iteration, epoch, workspaces).muli(getP());
    }

    @Override
    public INDArray backprop(INDArray gradient, INDArray result, int iteration, int epoch) {
        return super.backprop(gradient, result, iteration, epoch).muli(getP());
    }

    @Override
    public Dl4jPlainDropout clone() {
        return new Dl4jPlainDropout(getP());
    }
}
