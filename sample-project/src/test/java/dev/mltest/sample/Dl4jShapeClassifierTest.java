package dev.mltest.sample;

import static dev.mltest.model.Task.classification;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.DataSets;
import dev.mltest.sample.dl4j.ShapeClassifier;

/** All that is tested of the shape classifier in DJL, of the one in Deeplearning4j. */
class Dl4jShapeClassifierTest extends ShapeClassifierTest {

    @Override
    public ModelUnderTest model() {
        return Dl4j.model("dl4j-shape-classifier", ShapeClassifier::network)
                .task(classification(ShapeKind.values().length).fromProbabilities())
                .trainingData(DataSets.ofKinds(Shapes.training()))
                .validationData(Dl4j.data(DataSets.ofKinds(Shapes.validation())))
                .build();
    }
}
