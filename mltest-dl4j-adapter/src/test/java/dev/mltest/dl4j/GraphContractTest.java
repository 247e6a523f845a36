package dev.mltest.dl4j;

import dev.mltest.testing.contract.Carrier;

import org.deeplearning4j.nn.api.NeuralNetwork;

/** The same demands with every network as a graph. */
class GraphContractTest extends NetworkContractTest {

    @Override
    public String name() {
        return "dl4j-graphs";
    }

    @Override
    NeuralNetwork network(Carrier carrier, long seed) {
        return CarrierNetworks.graph(carrier, seed);
    }

    /** Not run again: graphs are among the networks of the other class. */
    @Override
    public void memory_is_flat_over_a_thousand_rounds_of_everything(Carrier carrier) {}
}
