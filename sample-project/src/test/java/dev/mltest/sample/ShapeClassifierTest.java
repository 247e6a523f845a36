package dev.mltest.sample;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.model.Task.classification;
import static dev.mltest.relation.Transformations.flip;

import dev.mltest.djl.Djl;
import dev.mltest.junit.MLTest;
import dev.mltest.junit.SanityChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.ShapeClassifier;

class ShapeClassifierTest implements SanityChecks {

    private static final int ACROSS = -1;

    @Override
    public ModelUnderTest model() {
        return Djl.model("shape-classifier", ShapeClassifier::block)
                .task(classification(ShapeKind.values().length).fromLogits())
                .loss(ShapeClassifier.loss())
                .optimizer(ShapeClassifier::optimizer)
                .trainingData(Batches.ofKinds(Shapes.training()))
                .validationData(Batches.ofKinds(Shapes.validation()))
                .build();
    }

    @MLTest(seeds = 3)
    void ignores_horizontal_flips(ModelUnderTest model) {
        assertThat(model).isInvariantUnder(flip(ACROSS));
    }
}
