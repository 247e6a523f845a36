package dev.mltest.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.LocalParameterServer;
import ai.djl.training.ParameterServer;
import ai.djl.training.ParameterStore;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.Batch;
import dev.mltest.model.Mode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An initialised block on an engine that trains, with all that its passes need. */
final class Network implements AutoCloseable {

    private final Engine engine;
    private final EngineSwitches switches;
    private final NDManager manager;
    private final Block block;
    private final Weights weights;
    private final ParameterStore store;
    private final Upload upload;
    private final Noise noise;
    private final Runnable afterwards;
    private final boolean isRecurrent;
    private final boolean feedsStates;
    private final List<Object> holders = new ArrayList<>();
    private HeldArrays held;

    /**
     * A network.
     *
     * @param block initialised
     * @param manager owns its arrays, and is closed with the network
     * @param seed of the noise
     * @param inDoublePrecision whether batches are converted
     * @param afterwards run when the network is closed
     */
    Network(
            Block block,
            NDManager manager,
            long seed,
            boolean inDoublePrecision,
            Runnable afterwards) {
        this.engine = manager.getEngine();
        this.switches = EngineSwitches.of(engine).orElseThrow();
        this.manager = manager;
        this.block = block;
        this.weights = new Weights(block);
        this.store = new ParameterStore(manager, false);
        this.upload = new Upload(manager, inDoublePrecision);
        this.noise = new Noise(seed);
        this.afterwards = afterwards;
        this.isRecurrent = RecurrentStates.isAnyIn(block);
        this.feedsStates = inDoublePrecision && isRecurrent;
        holders.add(block);
        held = new HeldArrays(holders);
    }

    /**
     * Lets an optimiser update every parameter, as a trainer does. An engine may have a parameter
     * server of its own, but that of MXNet forgets what is written into parameters.
     */
    void trainWith(Optimizer optimizer) {
        ParameterServer server = new LocalParameterServer(optimizer);
        store.setParameterServer(server, new Device[] {device()});
        for (Parameter parameter : weights.all()) {
            store.getValue(parameter, device(), true);
        }
        holders.add(optimizer);
        held = new HeldArrays(holders);
    }

    Engine engine() {
        return engine;
    }

    EngineSwitches switches() {
        return switches;
    }

    Device device() {
        return manager.getDevice();
    }

    NDManager manager() {
        return manager;
    }

    Block block() {
        return block;
    }

    Weights weights() {
        return weights;
    }

    Upload upload() {
        return upload;
    }

    long noisePosition() {
        return noise.position();
    }

    /** Makes all noise from here on depend on this position alone, in inference passes too. */
    void resetNoise(long position) {
        EngineLock.holding(() -> {
            noise.reset(position);
            engine.setRandomSeed(Long.hashCode(position));
            return position;
        });
    }

    /** Block and optimiser: whatever remembers something beside the parameters. */
    List<Object> holders() {
        return holders;
    }

    HeldArrays held() {
        return held;
    }

    /** Does the work of one pass. In training mode it has the engine to itself, freshly seeded. */
    <T> T pass(Mode mode, Supplier<T> work) {
        if (mode == Mode.INFERENCE) {
            return switches.withoutGraph(mode, work);
        }
        return EngineLock.holding(() -> {
            engine.setRandomSeed(noise.next());
            return switches.withoutGraph(mode, work);
        });
    }

    /** Does some work beside the passes without recording a graph. */
    <T> T withoutGraph(Supplier<T> work) {
        return switches.withoutGraph(Mode.INFERENCE, work);
    }

    /** Outputs for inputs and labels that are on the device. */
    NDList forward(NDList inputs, NDList labels, Mode mode) {
        NDList outputs = isRecurrent
                ? tapped(inputs, labels, mode, (layer, made) -> {})
                : run(inputs, labels, mode);
        held.update();
        return outputs;
    }

    /** As above, telling what every layer put out. */
    NDList forward(NDList inputs, NDList labels, Mode mode, BiConsumer<Layer, NDList> listener) {
        NDList outputs = tapped(inputs, labels, mode, listener);
        held.update();
        return outputs;
    }

    private NDList tapped(
            NDList inputs, NDList labels, Mode mode, BiConsumer<Layer, NDList> listener) {
        try (Taps taps = new Taps(block, this::fed, listener)) {
            taps.install();
            return run(fed(block, inputs), labels, mode);
        }
    }

    private NDList fed(Block layer, NDList inputs) {
        NDList checked = RecurrentInputs.checked(layer, inputs);
        return feedsStates ? RecurrentStates.feed(layer, checked) : checked;
    }

    private NDList run(NDList inputs, NDList labels, Mode mode) {
        return mode == Mode.TRAINING && !labels.isEmpty()
                ? block.forward(store, inputs, labels, null)
                : block.forward(store, inputs, mode == Mode.TRAINING);
    }

    /** Outputs for a batch in inference mode, with no look at its targets. */
    NDList predict(Batch batch) {
        return forward(upload.inputs(batch), new NDList(), Mode.INFERENCE);
    }

    /** Updates every trainable parameter along its gradient. */
    void update() {
        store.updateAllParameters();
        held.update();
        Background.finish(weights.all().stream().map(Parameter::getArray).toList());
    }

    /** Sets the gradients of all parameters to zero, NaN included. */
    void clearGradients() {
        NativeMemory.freeing(() -> {
            switches.clearGradients(weights.all());
            return weights;
        });
    }

    /**
     * Notes the gradients that the next step would find.
     *
     * @param copy makes a copy of an array
     * @return puts them back
     */
    Runnable rememberGradients(UnaryOperator<NDArray> copy) {
        return switches.rememberGradients(weights.all(), copy);
    }

    @Override
    public void close() {
        held.close();
        manager.close();
        afterwards.run();
    }
}
