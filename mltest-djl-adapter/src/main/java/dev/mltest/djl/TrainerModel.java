package dev.mltest.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.LocalParameterServer;
import ai.djl.training.ParameterServer;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;

import java.lang.reflect.Field;
import java.util.Optional;

/** Wraps a user's trainer, which keeps its block, its parameters, its loss and its optimiser. */
final class TrainerModel {

    private static final TwinFactory NO_TWINS = original -> {
        throw new NotAvailableException(
                "a Trainer cannot be built a second time in double precision; describe the model with Djl.model(name, supplier)");
    };

    /** Where the noise starts; a trainer does not tell which seed it was made from. */
    private static final long SEED = 0;

    private TrainerModel() {}

    static Predictor on(Device device, Trainer trainer) {
        String name = trainer.getModel().getName();
        LoadedModel.requireOn(device, name, trainer.getManager());
        Block block = trainer.getModel().getBlock();
        if (!block.isInitialized()) {
            throw new ConfigurationException(
                    "the trainer of '%s' is not initialised; call trainer.initialize(shape) before handing it over"
                            .formatted(name));
        }
        NDManager manager = trainer.getManager().newSubManager();
        Network network = new Network(block, manager, SEED, false, () -> close(trainer));
        return optimizer(trainer)
                .<Predictor>map(found ->
                        new DjlTrainable(name, network, trainer.getLoss(), found, NO_TWINS))
                .orElseGet(() -> new DjlDifferentiable(name, network, trainer.getLoss(), NO_TWINS));
    }

    private static void close(Trainer trainer) {
        trainer.close();
        trainer.getModel().close();
    }

    /** The trainer's optimiser, for which DJL has no getter. */
    private static Optional<Optimizer> optimizer(Trainer trainer) {
        return field(trainer, Trainer.class, "parameterStore", ParameterStore.class)
                .flatMap(store -> field(
                        store, ParameterStore.class, "parameterServer", ParameterServer.class))
                .flatMap(server -> server instanceof LocalParameterServer
                        ? field(server, LocalParameterServer.class, "optimizer", Optimizer.class)
                        : ofMxNet(server));
    }

    /** MXNet's parameter server has the optimiser within a callback. */
    private static Optional<Optimizer> ofMxNet(ParameterServer server) {
        return field(server, server.getClass(), "callback", Object.class)
                .flatMap(found -> field(found, found.getClass(), "optimizer", Optimizer.class));
    }

    private static <T> Optional<T> field(Object of, Class<?> type, String name, Class<T> value) {
        try {
            Field field = StateFields.named(type, name);
            return Optional.ofNullable(StateFields.get(field, of))
                    .filter(value::isInstance)
                    .map(value::cast);
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
