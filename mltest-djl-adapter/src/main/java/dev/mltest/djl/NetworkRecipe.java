package dev.mltest.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;

import dev.mltest.model.ConfigurationException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/** How to make a model's network anew. */
final class NetworkRecipe {

    private final String name;
    private final Supplier<? extends Block> blocks;
    private final Supplier<Shape[]> inputShapes;
    private final @Nullable Initializer initializer;

    NetworkRecipe(
            String name,
            Supplier<? extends Block> blocks,
            Supplier<Shape[]> inputShapes,
            @Nullable Initializer initializer) {
        this.name = name;
        this.blocks = blocks;
        this.inputShapes = inputShapes;
        this.initializer = initializer;
    }

    /** A network whose initial weights depend on the seed alone. */
    Network make(Engine engine, Device device, long seed) {
        return make(engine, device, seed, block -> false);
    }

    /**
     * A network.
     *
     * @param adapt changes the initialised block, and says whether it computes in double precision
     */
    Network make(Engine engine, Device device, long seed, Function<Adaptable, Boolean> adapt) {
        NDManager manager = engine.newBaseManager(device);
        try {
            return EngineLock.holding(() -> {
                engine.setRandomSeed(Long.hashCode(seed));
                return NativeMemory.freeing(() -> build(manager, seed, adapt));
            });
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /**
     * A block that may still be changed.
     *
     * @param block initialised
     * @param manager owns its arrays
     */
    record Adaptable(Block block, NDManager manager) {}

    private Network build(NDManager manager, long seed, Function<Adaptable, Boolean> adapt) {
        Block block = freshBlock();
        initialize(block, manager);
        boolean inDoublePrecision = adapt.apply(new Adaptable(block, manager));
        return new Network(block, manager, seed, inDoublePrecision, () -> {});
    }

    private Block freshBlock() {
        Block block = Fresh.take(
                blocks.get(),
                "model '%s': the supplier returned one and the same block twice; make it build a new block on every call, for example () -> new SequentialBlock().add(...)"
                        .formatted(name));
        requireFresh(block);
        return block;
    }

    private void requireFresh(Block block) {
        new Weights(block)
                .byPath()
                .forEach((path, parameter) -> Fresh.take(
                        parameter,
                        "model '%s': the supplier returned a block whose parameter '%s' another model has already; make it build all its layers anew on every call"
                                .formatted(name, path)));
    }

    private void initialize(Block block, NDManager manager) {
        if (!block.isInitialized()) {
            Shape[] shapes = inputShapes.get();
            if (initializer != null) {
                block.setInitializer(initializer, Parameter.Type.WEIGHT);
            }
            try {
                block.initialize(manager, DataType.FLOAT32, shapes);
            } catch (RuntimeException e) {
                throw new ConfigurationException(
                        "model '%s' cannot be initialised for inputs of shape %s: %s; write .inputShapes(...) if these are not its inputs"
                                .formatted(name, Arrays.toString(shapes), e.getMessage()),
                        e);
            }
        }
        for (Pair<String, Parameter> parameter : block.getParameters()) {
            takeOver(parameter.getKey(), parameter.getValue(), manager);
        }
    }

    /** Whoever made the array, it now lives as long as the network, on the network's device. */
    private void takeOver(String key, Parameter parameter, NDManager manager) {
        if (!parameter.isInitialized()) {
            throw new ConfigurationException(
                    "model '%s': parameter '%s' stays without values after initialize; initialise every child block in initializeChildBlocks"
                            .formatted(name, key));
        }
        NDArray array = parameter.getArray();
        requireOf(manager.getEngine(), array.getManager().getEngine());
        if (array.getDevice().equals(manager.getDevice())) {
            NativeMemory.keep(array, manager);
            parameter.freeze(!parameter.requiresGradient());
        } else {
            Replacing.array(parameter, array.toDevice(manager.getDevice(), true), manager);
        }
    }

    private void requireOf(Engine engine, Engine other) {
        if (!engine.getEngineName().equals(other.getEngineName())) {
            throw new ConfigurationException(
                    "model '%s': its block comes initialised on %s, but the model is to compute on %s; write .engine(\"%s\")"
                            .formatted(
                                    name,
                                    other.getEngineName(),
                                    engine.getEngineName(),
                                    other.getEngineName()));
        }
    }
}
