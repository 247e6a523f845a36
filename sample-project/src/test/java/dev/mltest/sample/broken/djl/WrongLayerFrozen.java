package dev.mltest.sample.broken.djl;

import ai.djl.nn.Block;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.LanguageIdentifier;
import dev.mltest.sample.djl.RandomFeatures;

/** The {@link RandomFeatures} with the head frozen in place of the embedding. */
final class WrongLayerFrozen {

    private WrongLayerFrozen() {}

    static Block block() {
        Block block = LanguageIdentifier.block();
        block.getChildren().get("03head").freezeParameters(true);
        return block;
    }

    static ModelUnderTest model() {
        return Models.languageIdentifier("wrong-layer-frozen", WrongLayerFrozen::block)
                .optimizer(RandomFeatures::optimizer)
                .frozen("embedding/**")
                .build();
    }
}
