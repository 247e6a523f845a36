package dev.mltest.djl;

import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.testing.contract.AdapterContract;
import dev.mltest.testing.contract.Arrangement;
import dev.mltest.testing.contract.Carrier;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The adapter does what every adapter has to do. */
class DjlContractTest extends AdapterContract {

    @Override
    public String name() {
        return TestEngine.isMxNet() ? "djl-mxnet" : "djl-pytorch";
    }

    /** MXNet takes the nearest class that there is. */
    @Override
    public Batch arranged(Carrier carrier, Batch batch) {
        boolean outOfRange = batch.target().summary().max() >= 3;
        if (TestEngine.isMxNet() && carrier != Carrier.LINEAR_REGRESSION && outOfRange) {
            throw new NotAvailableException("MXNet accepts class indices that are out of range");
        }
        return batch;
    }

    @Override
    public ModelUnderTest model(Carrier carrier) {
        return describe(carrier, () -> CarrierBlocks.of(carrier));
    }

    @Override
    public ModelUnderTest withFrozenLayer() {
        return describe(Carrier.MLP, CarrierBlocks::frozen);
    }

    @Override
    public ModelUnderTest withTiedLayer() {
        return describe(Carrier.MLP, CarrierBlocks::tied);
    }

    private ModelUnderTest describe(Carrier carrier, Supplier<Block> block) {
        boolean regression = carrier == Carrier.LINEAR_REGRESSION;
        return Djl.model(carrier.toString(), block)
                .task(regression ? Task.regression() : Task.classification(3))
                .loss(loss(carrier))
                .optimizer(Models::adam)
                .trainingData(arranged(carrier, carrier.batch()))
                .build();
    }

    private static Loss loss(Carrier carrier) {
        return carrier == Carrier.LINEAR_REGRESSION
                ? Loss.l2Loss("mean squared error", 1)
                : Loss.softmaxCrossEntropyLoss();
    }

    @Override
    public List<ArrayTensor> trainedByFramework(
            Carrier carrier, long seed, Batch batch, int steps) {
        return new PlainTraining(() -> CarrierBlocks.of(carrier), loss(carrier), Models::adam)
                .train(seed, batch, steps)
                .values();
    }

    @Override
    public Map<String, ArrayTensor> referenceWeights(
            Carrier carrier, Map<String, ArrayTensor> values) {
        Map<String, ArrayTensor> weights = new LinkedHashMap<>();
        Iterator<ArrayTensor> given = values.values().iterator();
        for (String layer : carrier.layers()) {
            switch (layer) {
                case "convolution" -> put(weights, layer, given, "weight", "bias");
                case "norm" -> put(weights, layer, given, "gamma", "beta", "mean", "variance");
                case "lstm" -> putRecurrent(weights, layer, given);
                default -> putDense(weights, layer, given);
            }
        }
        return weights;
    }

    private static void put(
            Map<String, ArrayTensor> weights,
            String layer,
            Iterator<ArrayTensor> given,
            String... names) {
        for (String name : names) {
            weights.put(layer + "." + name, given.next());
        }
    }

    private static void putDense(
            Map<String, ArrayTensor> weights, String layer, Iterator<ArrayTensor> given) {
        weights.put(layer + ".weight", Arrangement.transposed(given.next()));
        weights.put(layer + ".bias", given.next());
    }

    /** DJL keeps a bias of the input and one of the state. */
    private static void putRecurrent(
            Map<String, ArrayTensor> weights, String layer, Iterator<ArrayTensor> given) {
        weights.put(layer + ".input", Arrangement.transposed(given.next()));
        weights.put(layer + ".recurrent", Arrangement.transposed(given.next()));
        weights.put(layer + ".bias", given.next().plusScaled(given.next(), 1));
    }

    @Override
    public OptionalLong liveArrays() {
        return OptionalLong.of(Native.arrays());
    }
}
