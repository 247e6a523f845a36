package dev.mltest.sample.broken.dl4j;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.ShapeKind;
import dev.mltest.sample.dl4j.ShapeClassifier;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The {@link ShapeClassifier} with a cross entropy as in the textbook: large logits overflow. */
final class OverflowingLoss extends HandwrittenLoss {

    private static final long serialVersionUID = 1L;

    @Override
    INDArray ofExamples(INDArray labels, INDArray logits) {
        INDArray right = probabilities(logits).mul(labels).sum(true, 1);
        return Transforms.log(right).neg();
    }

    @Override
    INDArray gradient(INDArray labels, INDArray logits) {
        return probabilities(logits).sub(labels);
    }

    private static INDArray probabilities(INDArray logits) {
        INDArray exponentials = Transforms.exp(logits);
        return exponentials.div(exponentials.sum(true, 1));
    }

    static GraphBuilder graph(long seed) {
        return ShapeClassifier.graph(seed)
                .removeVertex("head", false)
                .addLayer(
                        "head",
                        ShapeClassifier.head(new OverflowingLoss(), ShapeKind.values().length),
                        "dropout");
    }

    static ModelUnderTest model() {
        return Models.shapeClassifier("dl4j-overflowing-loss", OverflowingLoss::graph)
                .build();
    }
}
