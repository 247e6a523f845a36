package dev.mltest.djl;

import ai.djl.engine.Engine;
import ai.djl.nn.Block;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.Predictor;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes models on the highest rung that what was given allows.
 *
 * @param name of the model
 * @param engine the name of its engine, if stated
 * @param recipe makes its network
 * @param loss made from the initialised block; without it the model only predicts
 * @param optimizer without it the model is not trained
 * @param probe a few examples
 * @param twins makes the twin in double precision
 */
record DjlModelFactory(
        String name,
        @Nullable String engine,
        NetworkRecipe recipe,
        @Nullable Function<? super Block, ? extends Loss> loss,
        @Nullable Supplier<? extends Optimizer> optimizer,
        Supplier<Batch> probe,
        TwinFactory twins)
        implements ModelFactory {

    @Override
    public Predictor create(long seed, Device device) {
        Engine chosen = Engines.training(name, engine);
        Network network = recipe.make(chosen, Engines.device(chosen, device), seed);
        try {
            Scripted.wake(network, probe);
            return wrap(network);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private Predictor wrap(Network network) {
        if (loss == null) {
            return new DjlPredictor(name, network);
        }
        Loss made = loss.apply(network.block());
        return optimizer == null
                ? new DjlDifferentiable(name, network, made, twins)
                : new DjlTrainable(name, network, made, fresh(optimizer.get()), twins);
    }

    private Optimizer fresh(Optimizer made) {
        return Fresh.take(
                made,
                "model '%s': the supplier returned one and the same optimizer twice; make it build a new one on every call, for example () -> Optimizer.adam().build()"
                        .formatted(name));
    }
}
