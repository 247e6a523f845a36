package dev.mltest.sample.broken.djl;

import static dev.mltest.model.Task.classification;
import static dev.mltest.model.Task.regression;

import ai.djl.nn.Block;

import dev.mltest.djl.Djl;
import dev.mltest.djl.DjlModelBuilder;
import dev.mltest.sample.Batches;
import dev.mltest.sample.LanguageNames;
import dev.mltest.sample.Shapes;
import dev.mltest.sample.djl.AreaEstimator;
import dev.mltest.sample.djl.LanguageIdentifier;
import dev.mltest.sample.djl.ShapeClassifierModel;

import java.util.function.Supplier;

/** The healthy models' descriptions, for a twin to change one thing of. */
final class Models {

    private Models() {}

    static DjlModelBuilder languageIdentifier(String name, Supplier<Block> block) {
        return Djl.model(name, block)
                .task(classification(LanguageNames.LANGUAGES.size()).fromLogits())
                .loss(LanguageIdentifier.loss())
                .optimizer(LanguageIdentifier::optimizer)
                .trainingData(Batches.of(LanguageNames.training()));
    }

    static DjlModelBuilder shapeClassifier(String name, Supplier<Block> block) {
        return ShapeClassifierModel.described(name, block);
    }

    static DjlModelBuilder areaEstimator(String name) {
        return Djl.model(name, AreaEstimator::block)
                .task(regression())
                .loss(AreaEstimator.loss())
                .optimizer(AreaEstimator::optimizer)
                .trainingData(Batches.ofAreas(Shapes.training()));
    }
}
