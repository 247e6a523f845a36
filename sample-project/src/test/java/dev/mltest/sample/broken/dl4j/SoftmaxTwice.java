package dev.mltest.sample.broken.dl4j;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.sample.dl4j.LanguageIdentifier;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/** The {@link LanguageIdentifier} with a softmax in its head, though one more comes after it. */
final class SoftmaxTwice {

    private SoftmaxTwice() {}

    static MultiLayerNetwork network(long seed) {
        return LanguageIdentifier.network(
                seed,
                new Adam(0.01),
                LanguageIdentifier.embedding(),
                LanguageIdentifier.head(Activation.SOFTMAX));
    }

    static ModelUnderTest model() {
        return Models.languageIdentifier("dl4j-softmax-twice", SoftmaxTwice::network)
                .build();
    }
}
