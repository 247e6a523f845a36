package dev.mltest.corpus.dl4j;

import dev.mltest.corpus.program.Run;
import dev.mltest.dl4j.Dl4jModelAdapter;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NamedTensors;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A DL4J program at work: its network. */
final class Dl4jRun implements Run {

    private final Dl4jProgram program;
    private final NeuralNetwork network;
    private @Nullable Differentiable view;

    Dl4jRun(Dl4jProgram program, NeuralNetwork network) {
        this.program = program;
        this.network = network;
        network.init();
    }

    private MultiDataSet batch(Batch examples) {
        return Transfer.batch(program.convert(examples));
    }

    @Override
    public NamedTensors predict(Batch examples) {
        return outputs(program.predict(network, batch(examples)));
    }

    @Override
    public NamedTensors predictViewed(Batch viewed) {
        return outputs(program.predict(network, Transfer.batch(viewed)));
    }

    @Override
    public void stepViewed(Batch viewed) {
        program.fit(network, Transfer.batch(viewed));
    }

    @Override
    public NamedTensors trainingOutputs(Batch examples) {
        return outputs(Networks.outputs(network, batch(examples), true));
    }

    private static NamedTensors outputs(INDArray... arrays) {
        Map<String, ArrayTensor> outputs = new LinkedHashMap<>();
        for (INDArray array : arrays) {
            String name = arrays.length == 1 ? "output" : "output" + (outputs.size() + 1);
            outputs.put(name, Transfer.tensor(array));
        }
        return NamedTensors.copyOf(outputs);
    }

    @Override
    public double loss(Batch examples) {
        return Networks.score(network, batch(examples)) - Networks.penalties(network);
    }

    @Override
    public Map<String, ArrayTensor> gradients(Batch examples) {
        Map<String, INDArray> sums = Networks.gradients(network, batch(examples));
        double share = Networks.averages(network) ? examples.size() : 1;
        Map<String, ArrayTensor> gradients = new LinkedHashMap<>();
        Names.keys(network).forEach((name, key) -> {
            if (sums.containsKey(key) && !isStatistic(key)) {
                gradients.put(name, Transfer.tensor(sums.get(key).div(share)));
            }
        });
        return gradients;
    }

    private static boolean isStatistic(String key) {
        return key.endsWith("_mean") || key.endsWith("_log10stdev") || key.endsWith("_var");
    }

    @Override
    public double step(Batch examples) {
        program.fit(network, batch(examples));
        return ((Model) network).score();
    }

    @Override
    public Map<String, ArrayTensor> parameters() {
        Map<String, ArrayTensor> values = new LinkedHashMap<>();
        Names.keys(network)
                .forEach((name, key) ->
                        values.put(name, Transfer.tensor(Names.value(network, key))));
        return values;
    }

    @Override
    public void assign(String parameter, ArrayTensor value) {
        INDArray live = Names.value(network, Names.key(network, parameter));
        live.assign(Transfer.array(value).reshape(live.shape()));
    }

    @Override
    public byte[] save() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelSerializer.writeModel((Model) network, bytes, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Run load(byte[] saved) {
        try (ByteArrayInputStream in = new ByteArrayInputStream(saved)) {
            return new Dl4jRun(
                    program,
                    network instanceof MultiLayerNetwork
                            ? ModelSerializer.restoreMultiLayerNetwork(in, true)
                            : ModelSerializer.restoreComputationGraph(in, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Differentiable view() {
        if (view == null) {
            view = (Differentiable) new Dl4jModelAdapter().adapt(network, Device.cpu());
        }
        return view;
    }

    @Override
    public Batch viewed(Batch examples) {
        return program.convert(examples);
    }

    @Override
    public void close() {}
}
