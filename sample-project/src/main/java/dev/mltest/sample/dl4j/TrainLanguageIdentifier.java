package dev.mltest.sample.dl4j;

import dev.mltest.sample.LanguageNames;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Trains the language identifier and says how well it does on names it has not seen. */
public final class TrainLanguageIdentifier {

    private TrainLanguageIdentifier() {}

    /** Runs the training. */
    public static void main(String[] arguments) {
        MultiLayerNetwork network = LanguageIdentifier.network(Training.SEED);
        Training.fit(network, DataSets.of(LanguageNames.training()));
        Training.report(network, DataSets.of(LanguageNames.validation()));
    }
}
