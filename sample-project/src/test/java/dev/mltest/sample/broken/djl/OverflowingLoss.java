package dev.mltest.sample.broken.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.loss.Loss;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.ShapeClassifier;

/** The {@link ShapeClassifier} with a cross entropy as in the textbook: large logits overflow. */
final class OverflowingLoss extends Loss {

    private OverflowingLoss() {
        super("OverflowingLoss");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        NDArray exponentials = predictions.singletonOrThrow().exp();
        NDArray probabilities = exponentials.div(exponentials.sum(new int[] {-1}, true));
        NDIndex right = new NDIndex().addAllDim().addPickDim(labels.singletonOrThrow());
        return probabilities.get(right).log().neg().mean();
    }

    static ModelUnderTest model() {
        return Models.shapeClassifier("overflowing-loss", ShapeClassifier::block)
                .loss(new OverflowingLoss())
                .build();
    }
}
