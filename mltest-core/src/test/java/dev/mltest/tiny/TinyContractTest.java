package dev.mltest.tiny;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;
import dev.mltest.testing.contract.AdapterContract;
import dev.mltest.testing.contract.Carrier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;

/** The guide to writing an adapter leads to one that the contract accepts. */
class TinyContractTest extends AdapterContract {

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public ModelUnderTest model(Carrier carrier) {
        return describe(carrier, seed -> net(carrier, seed));
    }

    @Override
    public ModelUnderTest withFrozenLayer() {
        return describe(Carrier.MLP, seed -> TinyNet.of(seed, true, 4, 5, 3));
    }

    @Override
    public ModelUnderTest withTiedLayer() {
        return describe(Carrier.MLP, seed -> {
            Random random = new Random(seed);
            TinyDense tied = new TinyDense("tied", 4, 4, false, random);
            return new TinyNet(
                    List.of(tied, tied, new TinyDense("head", 4, 3, false, random)), true);
        });
    }

    private static TinyNet net(Carrier carrier, long seed) {
        return switch (carrier) {
            case LINEAR_REGRESSION -> TinyNet.of(seed, false, 3, 1);
            case MLP -> TinyNet.of(seed, false, 4, 5, 3);
            default -> throw new NotAvailableException("tiny networks are chains of dense layers");
        };
    }

    private ModelUnderTest describe(Carrier carrier, LongFunction<TinyNet> nets) {
        boolean regression = carrier == Carrier.LINEAR_REGRESSION;
        return new TinyModelBuilder(carrier.toString(), nets)
                .task(regression ? Task.regression() : Task.classification(3))
                .trainingData(carrier.batch())
                .build();
    }

    @Override
    public Map<String, ArrayTensor> referenceWeights(
            Carrier carrier, Map<String, ArrayTensor> values) {
        Map<String, ArrayTensor> weights = new LinkedHashMap<>();
        values.forEach((path, value) -> weights.put(path.replace('/', '.'), value));
        return weights;
    }

    @Override
    public List<ArrayTensor> trainedByFramework(
            Carrier carrier, long seed, Batch batch, int steps) {
        TinyNet net = net(carrier, seed);
        for (int i = 0; i < steps; i++) {
            new TinyPass(net, batch).walkBack();
            net.step();
        }
        TinyModel read = new TinyModel(net);
        return read.parameters().stream()
                .map(parameter -> read.value(parameter.path()).toArray())
                .toList();
    }
}
