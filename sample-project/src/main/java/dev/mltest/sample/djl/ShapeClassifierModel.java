package dev.mltest.sample.djl;

import static dev.mltest.model.Task.classification;

import ai.djl.nn.Block;

import dev.mltest.djl.Djl;
import dev.mltest.djl.DjlModelBuilder;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.Batches;
import dev.mltest.sample.ShapeKind;
import dev.mltest.sample.Shapes;

import java.util.function.Supplier;

/** What mltest has to know of the {@link ShapeClassifier}. */
public final class ShapeClassifierModel implements Supplier<ModelUnderTest> {

    @Override
    public ModelUnderTest get() {
        return described("shape-classifier", ShapeClassifier::block).build();
    }

    /** The same for another network with this task. */
    public static DjlModelBuilder described(String name, Supplier<Block> block) {
        return Djl.model(name, block)
                .task(classification(ShapeKind.values().length).fromLogits())
                .loss(ShapeClassifier.loss())
                .optimizer(ShapeClassifier::optimizer)
                .trainingData(Batches.ofKinds(Shapes.training()));
    }
}
