package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.testing.contract.AdapterContract;
import dev.mltest.testing.contract.Arrangement;
import dev.mltest.testing.contract.Carrier;

import org.deeplearning4j.nn.api.NeuralNetwork;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** The adapter does what every adapter has to do, for networks as users mostly write them. */
class NetworkContractTest extends AdapterContract {

    @Override
    public String name() {
        return "dl4j-networks";
    }

    /** The network of a carrier. */
    NeuralNetwork network(Carrier carrier, long seed) {
        return CarrierNetworks.of(carrier, seed);
    }

    @Override
    public ModelUnderTest model(Carrier carrier) {
        return describe(carrier, seed -> network(carrier, seed));
    }

    @Override
    public ModelUnderTest withFrozenLayer() {
        return describe(Carrier.MLP, CarrierNetworks::frozen);
    }

    @Override
    public ModelUnderTest withTiedLayer() {
        throw new NotAvailableException("DL4J cannot use one layer twice");
    }

    private ModelUnderTest describe(Carrier carrier, LongFunction<NeuralNetwork> network) {
        boolean regression = carrier == Carrier.LINEAR_REGRESSION;
        return Dl4j.model(carrier.toString(), network)
                .task(regression ? Task.regression() : Task.classification(3).fromProbabilities())
                .trainingData(arranged(carrier, carrier.batch()))
                .build();
    }

    /** Classes one-hot, time last. */
    @Override
    public Batch arranged(Carrier carrier, Batch batch) {
        Batch timed = carrier == Carrier.LSTM
                ? batch.withInputs(
                        NamedTensors.of("input", Arrangement.transposed(batch.input("input"))))
                : batch;
        return carrier == Carrier.LINEAR_REGRESSION ? timed : Arrangement.oneHot(timed);
    }

    @Override
    public List<ArrayTensor> trainedByFramework(
            Carrier carrier, long seed, Batch batch, int steps) {
        return PlainTraining.train(network(carrier, seed), batch, steps);
    }

    @Override
    public Map<String, ArrayTensor> referenceWeights(
            Carrier carrier, Map<String, ArrayTensor> values) {
        Map<String, ArrayTensor> weights = new LinkedHashMap<>();
        List<String> layers = values.keySet().stream()
                .map(path -> path.split("/")[0])
                .distinct()
                .toList();
        values.forEach((path, value) -> {
            String layer = carrier.layers().get(layers.indexOf(path.split("/")[0]));
            put(weights, layer, path.split("/")[1], value);
        });
        return weights;
    }

    private static void put(
            Map<String, ArrayTensor> weights, String layer, String name, ArrayTensor value) {
        boolean recurrent = layer.equals("lstm");
        ArrayTensor ordered = recurrent ? gates(value) : value;
        switch (name) {
            case "W" -> weights.put(layer + (recurrent ? ".input" : ".weight"), ordered);
            case "RW" -> weights.put(layer + ".recurrent", ordered);
            case "b" -> weights.put(layer + ".bias", ordered);
            case "log10stdev" ->
                weights.put(layer + ".variance", value.map(log -> Math.pow(10, 2 * log)));
            default -> weights.put(layer + "." + name, value);
        }
    }

    @Override
    public OptionalLong liveArrays() {
        return OptionalLong.of(Native.buffers());
    }

    /** DL4J's blocks are candidate, forget gate, output gate, input gate. */
    private static ArrayTensor gates(ArrayTensor value) {
        return Arrangement.blocks(value, 3, 1, 0, 2);
    }
}
