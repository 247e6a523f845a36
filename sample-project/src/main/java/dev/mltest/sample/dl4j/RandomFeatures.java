package dev.mltest.sample.dl4j;

import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The language identifier, but its embedding stays as chance made it and only the head is trained:
 * what a trained embedding has to beat.
 */
public final class RandomFeatures {

    private RandomFeatures() {}

    /** The model. */
    public static MultiLayerNetwork network(long seed) {
        return LanguageIdentifier.network(
                seed,
                updater(),
                new FrozenLayer(LanguageIdentifier.embedding()),
                LanguageIdentifier.head(Activation.IDENTITY));
    }

    /** Bolder than the language identifier's: features that do not adapt need large weights. */
    public static IUpdater updater() {
        return new Adam(0.1);
    }
}
