package dev.mltest.sample.broken.dl4j;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.ShapeClassifier;
import dev.mltest.sample.dl4j.StatelessPreProcessor;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The {@link ShapeClassifier}, but no gradient flows back into its coarse edges. */
final class DetachedBranch {

    private DetachedBranch() {}

    /** Hands on what it is given, and should hand back what comes back. */
    static final class Detach extends StatelessPreProcessor {

        private static final long serialVersionUID = 1L;

        @Override
        public INDArray preProcess(INDArray maps, int examples, LayerWorkspaceMgr workspaces) {
            return workspaces.dup(ArrayType.ACTIVATIONS, maps);
        }

        @Override
        public INDArray backprop(INDArray gradient, int examples, LayerWorkspaceMgr workspaces) {
            return workspaces.create(
                    ArrayType.ACTIVATION_GRAD, gradient.dataType(), gradient.shape());
        }

        @Override
        public InputType getOutputType(InputType maps) {
            return maps;
        }
    }

    static GraphBuilder graph(long seed) {
        return ShapeClassifier.graph(seed)
                .removeVertex("edges", false)
                .addVertex("edges/detach", new PreprocessorVertex(new Detach()), "edges/coarse")
                .addVertex("edges", new MergeVertex(), "edges/fine", "edges/detach");
    }

    static ModelUnderTest model() {
        return Models.shapeClassifier("dl4j-detached-branch", DetachedBranch::graph)
                .build();
    }
}
