package dev.mltest.sample.broken.dl4j;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.AreaEstimator;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A mean squared error that lays the labels [N x 1] across: predictions [N x 1] less labels [1 x N]
 * are differences [N x N], each prediction's from every label.
 */
final class BroadcastLoss extends HandwrittenLoss {

    private static final long serialVersionUID = 1L;

    @Override
    INDArray ofExamples(INDArray labels, INDArray predictions) {
        INDArray differences = predictions.sub(labels.transpose());
        return differences.mul(differences).mean(true, 1);
    }

    @Override
    INDArray gradient(INDArray labels, INDArray predictions) {
        return predictions.sub(labels.mean(true, 0)).mul(2);
    }

    static ModelUnderTest model() {
        return Models.areaEstimator(
                        "dl4j-broadcast-loss",
                        seed -> AreaEstimator.graph(seed, new BroadcastLoss()))
                .build();
    }
}
