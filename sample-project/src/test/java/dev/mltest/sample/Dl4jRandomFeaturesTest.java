package dev.mltest.sample;

import static dev.mltest.model.Task.classification;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.DataSets;
import dev.mltest.sample.dl4j.RandomFeatures;

/** All that is tested of random features in DJL, of those in Deeplearning4j. */
class Dl4jRandomFeaturesTest extends RandomFeaturesTest {

    @Override
    public ModelUnderTest model() {
        return Dl4j.model("dl4j-random-features", RandomFeatures::network)
                .task(classification(LanguageNames.LANGUAGES.size()).fromProbabilities())
                .frozen("embedding/**")
                .trainingData(DataSets.of(LanguageNames.training()))
                .validationData(Dl4j.data(DataSets.of(LanguageNames.validation())))
                .build();
    }
}
