package dev.mltest.sample.broken.dl4j;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.LanguageIdentifier;
import dev.mltest.sample.dl4j.RandomFeatures;

import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;

/** The {@link RandomFeatures} with the head frozen in place of the embedding. */
final class WrongLayerFrozen {

    private WrongLayerFrozen() {}

    static MultiLayerNetwork network(long seed) {
        return LanguageIdentifier.network(
                seed,
                RandomFeatures.updater(),
                LanguageIdentifier.embedding(),
                new FrozenLayerWithBackprop(LanguageIdentifier.head(Activation.IDENTITY)));
    }

    static ModelUnderTest model() {
        return Models.languageIdentifier("dl4j-wrong-layer-frozen", WrongLayerFrozen::network)
                .frozen("embedding/**")
                .build();
    }
}
