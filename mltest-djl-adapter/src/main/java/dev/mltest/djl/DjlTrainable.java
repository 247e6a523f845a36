package dev.mltest.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Mode;
import dev.mltest.model.Trainable;

/** A block with a loss and an optimiser. */
final class DjlTrainable extends DjlDifferentiable implements Trainable {

    private final Loss loss;
    private final Optimizer optimizer;

    DjlTrainable(String name, Network network, Loss loss, Optimizer optimizer, TwinFactory twins) {
        super(name, network, loss, twins);
        this.loss = loss;
        this.optimizer = optimizer;
        network.trainWith(optimizer);
    }

    @Override
    public double step(Batch batch) {
        try {
            return NativeMemory.freeing(
                    () -> network().pass(Mode.TRAINING, () -> stepOrClear(batch)));
        } catch (EngineException e) {
            throw network().switches().explained(e);
        }
    }

    private double stepOrClear(Batch batch) {
        boolean done = false;
        try {
            double value = backward(batch);
            update();
            done = true;
            return value;
        } finally {
            if (!done) {
                network().clearGradients();
            }
        }
    }

    private double backward(Batch batch) {
        NDList labels = network().upload().labels(batch);
        NDList inputs = network().upload().inputs(batch);
        double[] value = new double[1];
        NDArray objective = GradientPass.backward(network(), Mode.TRAINING, () -> {
            NDList outputs = network().forward(inputs, labels, Mode.TRAINING);
            NDArray whole = loss.evaluate(labels, outputs);
            if (loss != dataLoss()) {
                value[0] = Outputs.number(dataLoss().evaluate(labels, outputs));
            }
            return whole;
        });
        return loss == dataLoss() ? Outputs.number(objective) : value[0];
    }

    private void update() {
        network().switches().requireHarmless(optimizer);
        try {
            network().update();
        } catch (UnsupportedOperationException e) {
            throw new ConfigurationException(
                    "model '%s': the optimizer %s does not run on %s (%s); use Sgd, Adam or AdamW"
                            .formatted(
                                    name(),
                                    optimizer.getClass().getSimpleName(),
                                    network().engine().getEngineName(),
                                    e.getMessage()),
                    e);
        }
    }
}
