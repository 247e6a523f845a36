package dev.mltest.sample;

import static dev.mltest.model.Task.classification;
import static dev.mltest.relation.Relation.invariantUnder;
import static dev.mltest.relation.Transformations.padding;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.DataSets;
import dev.mltest.sample.dl4j.LanguageIdentifier;

/** All that is tested of the language identifier in DJL, of the one in Deeplearning4j. */
class Dl4jLanguageIdentifierTest extends LanguageIdentifierTest {

    @Override
    public ModelUnderTest model() {
        return Dl4j.model("dl4j-language-identifier", LanguageIdentifier::network)
                .task(classification(LanguageNames.LANGUAGES.size()).fromProbabilities())
                .trainingData(DataSets.of(LanguageNames.training()))
                .validationData(Dl4j.data(DataSets.of(LanguageNames.validation())))
                .declare(invariantUnder(padding(8)))
                .build();
    }
}
