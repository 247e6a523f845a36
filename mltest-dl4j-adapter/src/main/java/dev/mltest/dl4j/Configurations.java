package dev.mltest.dl4j;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

import java.util.ArrayList;
import java.util.List;

/** Finds layer configurations within others. */
final class Configurations {

    private Configurations() {}

    /** This configuration and all it wraps. */
    static List<Layer> within(Layer conf) {
        List<Layer> found = new ArrayList<>();
        found.add(conf);
        if (conf instanceof FrozenLayer frozen) {
            found.addAll(within(frozen.getLayer()));
        } else if (conf instanceof BaseWrapperLayer wrapper) {
            found.addAll(within(wrapper.getUnderlying()));
        } else if (conf instanceof Bidirectional both) {
            found.addAll(within(both.getFwd()));
            found.addAll(within(both.getBwd()));
        }
        return found;
    }

    /** The first one that wraps no other. */
    static Layer innermost(Layer conf) {
        if (conf instanceof FrozenLayer frozen) {
            return innermost(frozen.getLayer());
        }
        return conf instanceof BaseWrapperLayer wrapper ? innermost(wrapper.getUnderlying()) : conf;
    }
}
