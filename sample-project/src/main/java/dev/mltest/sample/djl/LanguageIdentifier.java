package dev.mltest.sample.djl;

import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.sample.LanguageNames;
import dev.mltest.sample.Ngrams;

/**
 * Tells from the {@link Ngrams} of a name which of the {@link LanguageNames#LANGUAGES} it is in.
 */
public final class LanguageIdentifier {

    private static final int WIDTH = 32;

    private LanguageIdentifier() {}

    /** The network: rows of ids in, one logit for each language out. */
    public static Layers block() {
        return new Layers()
                .add("embedding", new EmbeddingBag(Ngrams.COUNT, WIDTH))
                .add("dropout", Dropout.builder().optRate(0.2f).build())
                .add(
                        "head",
                        Linear.builder()
                                .setUnits(LanguageNames.LANGUAGES.size())
                                .build());
    }

    /** What training makes small. */
    public static Loss loss() {
        return Loss.softmaxCrossEntropyLoss();
    }

    /** How training makes it small. */
    public static Optimizer optimizer() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.01f)).build();
    }
}
