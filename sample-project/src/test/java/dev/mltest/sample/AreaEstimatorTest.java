package dev.mltest.sample;

import static dev.mltest.model.Task.regression;

import dev.mltest.djl.Djl;
import dev.mltest.junit.SanityChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.AreaEstimator;

class AreaEstimatorTest implements SanityChecks {

    @Override
    public ModelUnderTest model() {
        return Djl.model("area-estimator", AreaEstimator::block)
                .task(regression())
                .loss(AreaEstimator.loss())
                .optimizer(AreaEstimator::optimizer)
                .trainingData(Batches.ofAreas(Shapes.training()))
                .validationData(Batches.ofAreas(Shapes.validation()))
                .build();
    }
}
