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

import java.util.List;

/** A SameDiff graph with a loss. */
class SameDiffDifferentiable extends SameDiffPredictor implements Differentiable {

    private final Weights weights;
    private final Differentiation differentiation;
    private final DetachedLoss detachedLoss;
    private final HiddenVariables hidden;

    SameDiffDifferentiable(SameDiffSubject subject) {
        super(subject);
        weights = Weights.of(subject.graph());
        differentiation = new Differentiation(subject, weights);
        detachedLoss = new DetachedLoss(subject);
        hidden = new HiddenVariables(subject);
    }

    final Differentiation differentiation() {
        return differentiation;
    }

    @Override
    public final List<Parameter> parameters() {
        return weights.described();
    }

    @Override
    public final Tensor value(ParameterPath path) {
        return weights.value(path);
    }

    @Override
    public final void assign(ParameterPath path, Tensor value) {
        weights.assign(path, value);
    }

    @Override
    public final Evaluation evaluate(Batch batch, Mode mode) {
        Roles roles = subject().roles();
        return subject().pass(batch, mode, feed -> {
            Values values = subject().compute(feed, mode, roles.results());
            return new Evaluation(values.sum(roles.losses()), values.copied(roles.outputs()));
        });
    }

    @Override
    public final Gradients gradients(Batch batch, Mode mode) {
        return subject().pass(batch, mode, feed -> differentiation.gradients(feed, batch, mode));
    }

    @Override
    public final double lossOf(NamedTensors outputs, Batch batch) {
        return subject().pass(batch, Mode.INFERENCE, feed -> detachedLoss.of(outputs, feed));
    }

    @Override
    public final List<Activation> activations(Batch batch, Mode mode) {
        return subject().pass(batch, mode, feed -> hidden.seen(feed, mode));
    }

    @Override
    public final void seed(long seed) {
        for (Mode mode : Mode.values()) {
            subject().noise(mode).seed(seed);
        }
    }

    @Override
    public final Snapshot snapshot() {
        return new SameDiffSnapshot(subject(), weights);
    }

    @Override
    public final void restore(Snapshot snapshot) {
        if (!(snapshot instanceof SameDiffSnapshot taken) || !taken.isOf(subject())) {
            throw new IllegalArgumentException("this snapshot was not taken from " + this);
        }
        taken.putBack();
    }

    @Override
    public final Differentiable inDoublePrecision() {
        return SameDiffTwin.of(subject());
    }

    @Override
    public final void close() {
        detachedLoss.close();
        super.close();
    }
}
