package dev.mltest.dl4j;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes a network behave in training mode as it does in inference mode: no dropout, no weight
 * noise, running statistics in batch normalisation.
 */
final class AsInInference {

    private final List<Runnable> undo = new ArrayList<>();

    private AsInInference(Network network) {
        for (Place place : network.places()) {
            Layer conf = Layers.unwrapped(place.layer()).conf().getLayer();
            Configurations.within(conf).forEach(this::silence);
            if (place.layer() instanceof BatchNormalization normalization) {
                network.replace(place, new FixedNormalization(normalization));
                undo.add(() -> network.replace(place, normalization));
            }
        }
    }

    /** Does something with a network changed so, and changes it back. */
    static <T> T during(Network network, Supplier<T> work) {
        AsInInference changed = new AsInInference(network);
        try {
            return work.get();
        } finally {
            changed.undo.forEach(Runnable::run);
        }
    }

    private void silence(Layer conf) {
        IDropout dropout = conf.getIDropout();
        if (dropout != null) {
            conf.setIDropout(null);
            undo.add(() -> conf.setIDropout(dropout));
        }
        if (conf instanceof BaseLayer base && base.getWeightNoise() != null) {
            IWeightNoise noise = base.getWeightNoise();
            base.setWeightNoise(null);
            undo.add(() -> base.setWeightNoise(noise));
        }
    }
}
