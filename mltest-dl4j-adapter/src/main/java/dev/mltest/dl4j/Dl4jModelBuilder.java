package dev.mltest.dl4j;

import dev.mltest.model.ModelFactory;

import org.deeplearning4j.nn.api.NeuralNetwork;

import java.util.function.LongFunction;

/** Describes a DL4J network. Its configuration holds loss, updater and regularisation. */
public final class Dl4jModelBuilder extends DataSetModelBuilder<Dl4jModelBuilder> {

    private final LongFunction<? extends NeuralNetwork> network;

    Dl4jModelBuilder(String name, LongFunction<? extends NeuralNetwork> network) {
        super(name);
        this.network = network;
    }

    @Override
    protected Dl4jModelBuilder self() {
        return this;
    }

    @Override
    protected ModelFactory factory() {
        return new Dl4jModelFactory<NeuralNetwork>(
                name(),
                Kind.NETWORK,
                network,
                new Fresh(),
                made -> Wrapping.of(name(), Network.of(name(), made), Ownership.OURS));
    }
}
