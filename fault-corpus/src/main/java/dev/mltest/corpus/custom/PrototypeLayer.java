package dev.mltest.corpus.custom;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Collection;

/** Configures a layer of prototypes: its weights are those of a dense layer without bias. */
class PrototypeLayer extends DenseLayer {

    private static final long serialVersionUID = 1;

    PrototypeLayer() {
        setHasBias(false);
        setActivationFn(new ActivationIdentity());
    }

    PrototypeLayer named(String name, int in, int out) {
        setLayerName(name);
        setNIn(in);
        setNOut(out);
        return this;
    }

    PrototypeDistances distances(NeuralNetConfiguration conf, DataType type) {
        return new PrototypeDistances(conf, type);
    }

    @Override
    public final Layer instantiate(
            NeuralNetConfiguration conf,
            @Nullable Collection<TrainingListener> listeners,
            int index,
            INDArray weights,
            boolean initialize,
            DataType type) {
        PrototypeDistances layer = distances(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(weights);
        layer.setParamTable(initializer().init(conf, weights, initialize));
        layer.setConf(conf);
        return layer;
    }
}
