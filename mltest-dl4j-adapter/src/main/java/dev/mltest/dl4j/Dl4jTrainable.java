package dev.mltest.dl4j;

import dev.mltest.model.Activation;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/** A network with a loss and an updater. */
final class Dl4jTrainable extends Dl4jPredictor implements Trainable {

    private final Weights weights;
    private final Backpropagation backpropagation;
    private final GivenOutputs givenOutputs;

    Dl4jTrainable(Subject subject) {
        super(subject);
        weights = Weights.of(subject.network());
        backpropagation = new Backpropagation(subject, weights);
        givenOutputs = new GivenOutputs(subject);
    }

    private Network network() {
        return subject().network();
    }

    @Override
    public List<Parameter> parameters() {
        return weights.described();
    }

    @Override
    public Tensor value(ParameterPath path) {
        return weights.value(path);
    }

    @Override
    public void assign(ParameterPath path, Tensor value) {
        weights.assign(path, value);
    }

    @Override
    public Evaluation evaluate(Batch batch, Mode mode) {
        return subject().pass(batch, mode, feed -> {
            Network.Forward pass = subject().forward(feed, mode);
            return new Evaluation(pass.loss(), Names.outputs(pass.outputs()));
        });
    }

    @Override
    public Gradients gradients(Batch batch, Mode mode) {
        return backpropagation.gradients(batch, mode);
    }

    @Override
    public double lossOf(NamedTensors outputs, Batch batch) {
        return givenOutputs.loss(outputs, batch);
    }

    @Override
    public List<Activation> activations(Batch batch, Mode mode) {
        return subject().pass(batch, mode, feed -> {
            List<Activation> seen = new ArrayList<>();
            network()
                    .forward(
                            feed.withoutTargets(),
                            mode == Mode.TRAINING,
                            (layer, value) ->
                                    seen.add(new Activation(layer, HeapValues.of(value))));
            return seen;
        });
    }

    @Override
    public void seed(long seed) {
        subject().noise().seed(seed);
    }

    @Override
    public Snapshot snapshot() {
        return new Dl4jSnapshot(network(), subject().noise());
    }

    @Override
    public void restore(Snapshot snapshot) {
        if (!(snapshot instanceof Dl4jSnapshot taken) || !taken.isOf(network())) {
            throw new IllegalArgumentException("this snapshot was not taken from " + this);
        }
        taken.putBack();
    }

    @Override
    public double step(Batch batch) {
        return subject().pass(batch, Mode.TRAINING, feed -> {
            double loss = network().truncates() ? lossOfWholeSequences(feed) : Double.NaN;
            double regularization = network().regularization();
            network().fit(feed);
            return network().truncates() ? loss : network().score() - regularization;
        });
    }

    /** DL4J itself keeps the loss of the last piece only. */
    private double lossOfWholeSequences(Feed feed) {
        return Noise.unnoticed(() -> {
            double loss = subject().forward(feed, Mode.TRAINING).loss();
            network().clear();
            return loss;
        });
    }

    @Override
    public Differentiable inDoublePrecision() {
        return DoubleTwin.of(subject());
    }
}
