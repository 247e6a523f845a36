package dev.mltest.sample;

import static dev.mltest.model.Task.classification;

import dev.mltest.djl.Djl;
import dev.mltest.junit.SanityChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.LanguageIdentifier;
import dev.mltest.sample.djl.RandomFeatures;

class RandomFeaturesTest implements SanityChecks {

    @Override
    public ModelUnderTest model() {
        return Djl.model("random-features", RandomFeatures::block)
                .task(classification(LanguageNames.LANGUAGES.size()).fromLogits())
                .loss(LanguageIdentifier.loss())
                .optimizer(RandomFeatures::optimizer)
                .frozen("embedding/**")
                .trainingData(Batches.of(LanguageNames.training()))
                .validationData(Batches.of(LanguageNames.validation()))
                .build();
    }
}
