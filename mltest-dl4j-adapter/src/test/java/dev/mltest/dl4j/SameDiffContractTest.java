package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.testing.contract.AdapterContract;
import dev.mltest.testing.contract.Arrangement;
import dev.mltest.testing.contract.Carrier;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** The adapter does what every adapter has to do, for SameDiff graphs. */
class SameDiffContractTest extends AdapterContract {

    @Override
    public String name() {
        return "dl4j-samediff";
    }

    @Override
    public ModelUnderTest model(Carrier carrier) {
        // Asked once here, so that what cannot be built is not available from the start.
        CarrierGraphs.of(carrier);
        return describe(carrier, seed -> CarrierGraphs.of(carrier));
    }

    @Override
    public ModelUnderTest withFrozenLayer() {
        return describe(Carrier.MLP, seed -> CarrierGraphs.frozen());
    }

    @Override
    public ModelUnderTest withTiedLayer() {
        return describe(Carrier.MLP, seed -> CarrierGraphs.tied());
    }

    private ModelUnderTest describe(Carrier carrier, LongFunction<SameDiff> graph) {
        boolean regression = carrier == Carrier.LINEAR_REGRESSION;
        return Dl4j.sameDiff(carrier.toString(), graph)
                .task(regression ? Task.regression() : Task.classification(3))
                .trainingData(arranged(carrier, carrier.batch()))
                .outputs("output")
                .build();
    }

    @Override
    public Batch arranged(Carrier carrier, Batch batch) {
        return carrier == Carrier.LINEAR_REGRESSION ? batch : Arrangement.oneHot(batch);
    }

    @Override
    public List<ArrayTensor> trainedByFramework(
            Carrier carrier, long seed, Batch batch, int steps) {
        Nd4j.getRandom().setSeed(seed);
        SameDiff graph = CarrierGraphs.of(carrier);
        Feed feed = EvaluationTest.feed(batch);
        for (int i = 0; i < steps; i++) {
            graph.fit(new MultiDataSet(
                    feed.inputs(), feed.targets(), feed.inputMasks(), feed.targetMasks()));
        }
        return paths(carrier, seed).stream()
                .map(path -> HeapValues.of(graph.getVariable(path).getArr()))
                .toList();
    }

    private List<String> paths(Carrier carrier, long seed) {
        try (Differentiable model =
                (Differentiable) model(carrier).factory().create(seed, Device.cpu())) {
            return model.parameters().stream()
                    .map(parameter -> parameter.path().text())
                    .toList();
        }
    }

    @Override
    public Map<String, ArrayTensor> referenceWeights(
            Carrier carrier, Map<String, ArrayTensor> values) {
        Map<String, ArrayTensor> weights = new LinkedHashMap<>();
        values.forEach((path, value) -> weights.put(path.replace('/', '.'), value));
        return weights;
    }

    @Override
    public OptionalLong liveArrays() {
        return OptionalLong.of(Native.buffers());
    }
}
