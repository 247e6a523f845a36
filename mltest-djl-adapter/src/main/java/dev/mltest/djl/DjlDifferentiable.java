package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.training.loss.Loss;

import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;

import java.util.List;

/** A block with a loss. */
class DjlDifferentiable extends DjlPredictor implements Differentiable {

    private final Loss dataLoss;
    private final TwinFactory twins;

    /**
     * A model.
     *
     * @param loss with or without weight decay
     * @param twins makes the same model in double precision
     */
    DjlDifferentiable(String name, Network network, Loss loss, TwinFactory twins) {
        super(name, network);
        Scripted.requireKnown(network);
        this.dataLoss = DataLoss.of(loss);
        this.twins = twins;
        network.clearGradients();
    }

    final Loss dataLoss() {
        return dataLoss;
    }

    @Override
    public final List<dev.mltest.model.Parameter> parameters() {
        return network().weights().described();
    }

    @Override
    public final Tensor value(ParameterPath path) {
        return new DjlTensor(network().weights().at(path).getArray());
    }

    @Override
    public final void assign(ParameterPath path, Tensor value) {
        Parameter parameter = network().weights().at(path);
        if (!Shapes.of(parameter.getArray().getShape()).equals(value.shape())) {
            throw new IllegalArgumentException(
                    "parameter %s has shape %s, but the value given has %s"
                            .formatted(path, parameter.getArray().getShape(), value.shape()));
        }
        NativeMemory.freeing(() -> network().withoutGraph(() -> {
            InPlace.write(parameter.getArray(), onDevice(value));
            return value;
        }));
    }

    private NDArray onDevice(Tensor tensor) {
        return tensor instanceof DjlTensor djl
                ? djl.array()
                : network().upload().array(tensor.toArray());
    }

    @Override
    public final Evaluation evaluate(Batch batch, Mode mode) {
        double[] loss = new double[1];
        NDList outputs = NativeMemory.handingOut(() -> network().pass(mode, () -> {
            NDList labels = network().upload().labels(batch);
            NDList inputs = network().upload().inputs(batch);
            NDList made = network().forward(inputs, labels, mode);
            NDList copies = Outputs.copies(made);
            loss[0] = Outputs.number(dataLoss.evaluate(labels, made));
            return copies;
        }));
        return new Evaluation(loss[0], Outputs.named("output", outputs, DjlTensor::new));
    }

    @Override
    public final Gradients gradients(Batch batch, Mode mode) {
        return new Backpropagation(network(), dataLoss).gradients(batch, mode);
    }

    @Override
    public final double lossOf(NamedTensors outputs, Batch batch) {
        return NativeMemory.freeing(() -> network().withoutGraph(() -> {
            NDList predictions = new NDList(outputs.size());
            outputs.asMap().values().forEach(output -> predictions.add(onDevice(output)));
            NDList labels = network().upload().labels(batch);
            return Outputs.number(dataLoss.evaluate(labels, predictions));
        }));
    }

    @Override
    public final List<Activation> activations(Batch batch, Mode mode) {
        return new Listening(name(), network()).activations(batch, mode);
    }

    @Override
    public final void seed(long seed) {
        network().resetNoise(seed);
    }

    @Override
    public final Snapshot snapshot() {
        return NativeMemory.freeing(() -> new DjlSnapshot(network()));
    }

    @Override
    public final void restore(Snapshot snapshot) {
        if (!(snapshot instanceof DjlSnapshot taken) || !taken.isOf(network())) {
            throw new IllegalArgumentException("this snapshot was not taken from " + name());
        }
        taken.putBack();
    }

    @Override
    public final Differentiable inDoublePrecision() {
        return twins.inDoublePrecision(network());
    }
}
