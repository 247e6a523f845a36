package dev.mltest.sample.broken.dl4j;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.ShapeClassifier;
import dev.mltest.sample.dl4j.StatelessPreProcessor;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The {@link ShapeClassifier} with a global average pool of its own, which takes the examples for
 * the channels: maps [N x 24 x 8 x 8] become features [N x 24] of the right shape, and wrong.
 */
final class MixingPool {

    private MixingPool() {}

    /** Right forward and backward would be {@code (-1, CHANNELS, PLACES)}, nothing transposed. */
    static final class Pool extends StatelessPreProcessor {

        private static final long serialVersionUID = 1L;
        private static final int CHANNELS = 24;
        private static final int SIZE = 8;
        private static final int PLACES = SIZE * SIZE;

        @Override
        public INDArray preProcess(INDArray maps, int examples, LayerWorkspaceMgr workspaces) {
            INDArray features = maps.dup('c').reshape(CHANNELS, -1, PLACES).mean(2);
            return workspaces.dup(ArrayType.ACTIVATIONS, features.transpose());
        }

        @Override
        public INDArray backprop(INDArray gradient, int examples, LayerWorkspaceMgr workspaces) {
            INDArray share = gradient.transpose().div(PLACES).dup('c').reshape(-1, 1);
            INDArray places = share.repeat(1, PLACES);
            return workspaces.dup(
                    ArrayType.ACTIVATION_GRAD, places.reshape(-1, CHANNELS, SIZE, SIZE));
        }

        @Override
        public InputType getOutputType(InputType maps) {
            return InputType.feedForward(CHANNELS);
        }
    }

    static GraphBuilder graph(long seed) {
        return ShapeClassifier.graph(seed)
                .removeVertex("pool", false)
                .addVertex("pool", new PreprocessorVertex(new Pool()), "maps");
    }

    static ModelUnderTest model() {
        return Models.shapeClassifier("dl4j-mixing-pool", MixingPool::graph).build();
    }
}
