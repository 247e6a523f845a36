package dev.mltest.sample.guide;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.model.Task.classification;
import static dev.mltest.relation.Transformations.padding;
import static dev.mltest.relation.Transformations.permutation;

import dev.mltest.djl.Djl;
import dev.mltest.junit.MLTest;
import dev.mltest.junit.ModelSoftAssertions;
import dev.mltest.junit.SanityChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.Batches;
import dev.mltest.sample.LanguageNames;
import dev.mltest.sample.djl.LanguageIdentifier;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** What docs/reference/junit.md shows. */
class JunitPageTest implements SanityChecks {

    @Override
    public ModelUnderTest model() {
        return Djl.model("language-identifier", LanguageIdentifier::block)
                .task(classification(LanguageNames.LANGUAGES.size()).fromLogits())
                .loss(LanguageIdentifier.loss())
                .optimizer(LanguageIdentifier::optimizer)
                .trainingData(Batches.of(LanguageNames.training()))
                .build();
    }

    @Override
    @MLTest
    @Disabled("batch normalisation is meant to mix them")
    public void examples_do_not_mix(ModelUnderTest model) {}

    @Override
    @MLTest(seeds = 5)
    public void gradients_reach_every_parameter(ModelUnderTest model) {
        assertThat(model).ignoring("head/aux/**").sendsGradientsToEveryParameter();
    }

    @Test
    void all_that_fails_at_once() {
        ModelUnderTest model = model();

        ModelSoftAssertions softly = new ModelSoftAssertions();
        softly.assertThat(model).doesNotMixExamples().isInvariantUnder(padding(2));
        softly.assertAll();
    }

    @MLTest(seeds = 5)
    void ignores_padding(ModelUnderTest model) {
        assertThat(model).isInvariantUnder(padding(2));
    }

    @MLTest
    void ignores_the_order_of_ngrams(ModelUnderTest model) {
        assertThat(model).isInvariantUnder(permutation(1));
    }
}
