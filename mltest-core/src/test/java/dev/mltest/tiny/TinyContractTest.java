package dev.mltest.tiny;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.contract.AdapterContract;
import dev.mltest.testing.contract.Arrangement;
import dev.mltest.testing.contract.Carrier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Tiny is held to what every adapter is held to. */
class TinyContractTest extends AdapterContract {

    @Override
    public ModelUnderTest model(Carrier carrier) {
        return model(carrier, carrier.toString(), seed -> CarrierNets.of(carrier, seed));
    }

    @Override
    public ModelUnderTest withFrozenLayer() {
        return model(
                Carrier.MLP, "frozen", seed -> CarrierNets.of(Carrier.MLP, seed).freeze("hidden"));
    }

    @Override
    public ModelUnderTest withTiedLayer() {
        return model(Carrier.MLP, "tied", CarrierNets::tied);
    }

    private ModelUnderTest model(Carrier carrier, String name, LongFunction<TinyNet> nets) {
        return Tiny.model(name, nets)
                .task(
                        carrier == Carrier.LINEAR_REGRESSION
                                ? Task.regression()
                                : Task.classification(3))
                .trainingData(carrier.batch())
                .build();
    }

    @Override
    public Map<String, ArrayTensor> referenceWeights(
            Carrier carrier, Map<String, ArrayTensor> values) {
        Map<String, ArrayTensor> weights = new LinkedHashMap<>();
        values.forEach((path, value) -> weights.put(
                path.replace('/', '.'),
                value.shape().rank() == 2 ? Arrangement.transposed(value) : value));
        return weights;
    }

    @Override
    public List<ArrayTensor> trainedByFramework(
            Carrier carrier, long seed, Batch batch, int steps) {
        TinyTensors tensors = new TinyTensors(ElementType.FLOAT32);
        TinyNet net = CarrierNets.of(carrier, seed);
        for (int step = 0; step < steps; step++) {
            net.fit(tensors.rows(batch.inputs().first().toArray()), tensors.rows(batch.target()));
        }
        return net.weights.values().stream()
                .map(weight -> tensors.of(weight, weight.value))
                .toList();
    }
}
