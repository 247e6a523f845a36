package dev.mltest.corpus.images;

import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Feature maps made into rows by way of a matrix with one column for each example. */
final class FlattenAcross extends CnnToFeedForwardPreProcessor {

    private static final long serialVersionUID = 1L;

    @Override
    public INDArray preProcess(INDArray maps, int examples, LayerWorkspaceMgr workspaces) {
        INDArray rows = maps.dup('c').reshape('c', -1, examples).transpose();
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, rows.dup('c'));
    }

    @Override
    public INDArray backprop(INDArray gradient, int examples, LayerWorkspaceMgr workspaces) {
        int side = Picture.SIZE / 4;
        INDArray maps =
                gradient.transpose().dup('c').reshape('c', examples, Dl4jCnn.FILTERS, side, side);
        return workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, maps);
    }
}
