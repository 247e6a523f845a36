package dev.mltest.sample.broken.djl;

import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.djl.LanguageIdentifier;

/**
 * The {@link LanguageIdentifier} with a softmax of its own, though its loss applies one already.
 */
final class SoftmaxTwice {

    private SoftmaxTwice() {}

    static Block block() {
        return LanguageIdentifier.block()
                .add("softmax", LambdaBlock.singleton(logits -> logits.softmax(-1), "softmax"));
    }

    static ModelUnderTest model() {
        return Models.languageIdentifier("softmax-twice", SoftmaxTwice::block).build();
    }
}
