package dev.mltest.dl4j;

import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTestBuilder;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

import java.util.function.LongFunction;

/** Describes a DL4J network. Its configuration holds loss, updater and regularisation. */
public final class Dl4jModelBuilder extends ModelUnderTestBuilder<Dl4jModelBuilder> {

    private final LongFunction<? extends NeuralNetwork> network;

    Dl4jModelBuilder(String name, LongFunction<? extends NeuralNetwork> network) {
        super(name);
        this.network = network;
    }

    @Override
    protected Dl4jModelBuilder self() {
        return this;
    }

    /** The examples it is trained on, copied. */
    public Dl4jModelBuilder trainingData(DataSet given) {
        return trainingData(Dl4j.data(given));
    }

    /** The examples it is trained on, copied. */
    public Dl4jModelBuilder trainingData(MultiDataSet given) {
        return trainingData(Dl4j.data(given));
    }

    @Override
    protected ModelFactory factory() {
        return new Dl4jModelFactory(name(), network, new Fresh());
    }
}
