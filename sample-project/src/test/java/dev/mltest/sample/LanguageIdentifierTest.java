package dev.mltest.sample;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.model.Task.classification;
import static dev.mltest.relation.Relation.invariantUnder;
import static dev.mltest.relation.Transformations.padding;
import static dev.mltest.relation.Transformations.permutation;

import dev.mltest.djl.Djl;
import dev.mltest.junit.MLTest;
import dev.mltest.junit.SanityChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.LanguageIdentifier;

class LanguageIdentifierTest implements SanityChecks {

    @Override
    public ModelUnderTest model() {
        return Djl.model("language-identifier", LanguageIdentifier::block)
                .task(classification(LanguageNames.LANGUAGES.size()).fromLogits())
                .loss(LanguageIdentifier.loss())
                .optimizer(LanguageIdentifier::optimizer)
                .trainingData(Batches.of(LanguageNames.training()))
                .validationData(Batches.of(LanguageNames.validation()))
                .declare(invariantUnder(padding(8)))
                .build();
    }

    @MLTest
    void ignores_the_order_of_ngrams(ModelUnderTest model) {
        assertThat(model).isInvariantUnder(permutation(1));
    }
}
