package dev.mltest.sample;

import static dev.mltest.model.Task.regression;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.AreaEstimator;
import dev.mltest.sample.dl4j.DataSets;

/** All that is tested of the area estimator in DJL, of the one in Deeplearning4j. */
class Dl4jAreaEstimatorTest extends AreaEstimatorTest {

    @Override
    public ModelUnderTest model() {
        return Dl4j.model("dl4j-area-estimator", AreaEstimator::network)
                .task(regression())
                .trainingData(DataSets.ofAreas(Shapes.training()))
                .validationData(Dl4j.data(DataSets.ofAreas(Shapes.validation())))
                .build();
    }
}
