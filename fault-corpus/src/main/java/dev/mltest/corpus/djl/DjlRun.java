package dev.mltest.corpus.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;

import dev.mltest.corpus.program.Run;
import dev.mltest.djl.DjlModelAdapter;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NamedTensors;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A DJL program at work: a model and its trainer. */
final class DjlRun implements Run {

    private final DjlProgram program;
    private final long seed;
    private final Model model;
    private final Trainer trainer;
    private @Nullable Differentiable view;

    private DjlRun(DjlProgram program, long seed, Model model, Trainer trainer) {
        this.program = program;
        this.seed = seed;
        this.model = model;
        this.trainer = trainer;
    }

    static DjlRun start(DjlProgram program, long seed) {
        return start(program, seed, fresh -> {}, program::prepare);
    }

    /** Weights come before the trainer, which would go on with the arrays that it first saw. */
    private static DjlRun start(
            DjlProgram program, long seed, Consumer<Model> load, Consumer<Block> preparation) {
        ai.djl.engine.Engine.getInstance().setRandomSeed((int) seed);
        Model model = Model.newInstance(DjlProgram.NAME);
        try {
            model.setBlock(program.block());
            load.accept(model);
            Trainer trainer = model.newTrainer(
                    new DefaultTrainingConfig(program.loss()).optOptimizer(program.optimizer()));
            trainer.initialize(shapes(program));
            preparation.accept(model.getBlock());
            return new DjlRun(program, seed, model, trainer);
        } catch (RuntimeException refused) {
            model.close();
            throw refused;
        }
    }

    private static Shape[] shapes(DjlProgram program) {
        return Transfer.inputShapes(program.data().training().examples(0, 1));
    }

    private Block block() {
        return model.getBlock();
    }

    @Override
    public NamedTensors predict(Batch examples) {
        return onArrays(manager ->
                Transfer.outputs(program.predict(trainer, Transfer.inputs(manager, examples))));
    }

    @Override
    public NamedTensors trainingOutputs(Batch examples) {
        return onArrays(
                manager -> Transfer.outputs(trainer.forward(Transfer.inputs(manager, examples))));
    }

    @Override
    public double loss(Batch examples) {
        return onArrays(manager -> number(trainer.getLoss()
                .evaluate(
                        Transfer.labels(manager, examples),
                        trainer.evaluate(Transfer.inputs(manager, examples)))));
    }

    @Override
    public Map<String, ArrayTensor> gradients(Batch examples) {
        return onArrays(manager -> {
            clearGradients();
            NDList labels = Transfer.labels(manager, examples);
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList outputs = trainer.forward(Transfer.inputs(manager, examples), labels);
                collector.backward(trainer.getLoss().evaluate(labels, outputs));
            }
            Map<String, ArrayTensor> gradients = valuesOf(
                    Parameter::requiresGradient, weight -> weight.getArray().getGradient());
            clearGradients();
            return gradients;
        });
    }

    private void clearGradients() {
        Names.parameters(block()).values().stream()
                .filter(Parameter::requiresGradient)
                .forEach(weight -> weight.getArray().getGradient().set(new NDIndex("..."), 0f));
    }

    @Override
    public double step(Batch examples) {
        return onArrays(manager -> program.step(
                trainer, Transfer.inputs(manager, examples), Transfer.labels(manager, examples)));
    }

    @Override
    public Map<String, ArrayTensor> parameters() {
        return onArrays(manager -> valuesOf(weight -> true, Parameter::getArray));
    }

    private Map<String, ArrayTensor> valuesOf(
            Predicate<Parameter> which, Function<Parameter, NDArray> what) {
        Map<String, ArrayTensor> values = new LinkedHashMap<>();
        Names.parameters(block()).forEach((name, weight) -> {
            if (which.test(weight)) {
                values.put(name, Transfer.tensor(what.apply(weight)));
            }
        });
        return values;
    }

    @Override
    public void assign(String parameter, ArrayTensor value) {
        onArrays(manager -> {
            NDArray array = Names.parameter(block(), parameter).getArray();
            array.stopGradient().set(new NDIndex("..."), Transfer.array(manager, value));
            return value;
        });
    }

    @Override
    public byte[] save() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            block().saveParameters(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Run load(byte[] saved) {
        return start(program, seed + 1, fresh -> loadInto(fresh, saved), block -> {});
    }

    private void loadInto(Model fresh, byte[] saved) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved))) {
            fresh.getBlock().initialize(fresh.getNDManager(), DataType.FLOAT32, shapes(program));
            fresh.getBlock().loadParameters(fresh.getNDManager(), in);
        } catch (IOException | ai.djl.MalformedModelException e) {
            throw new IllegalStateException("the saved parameters cannot be read", e);
        }
    }

    @Override
    public Differentiable view() {
        if (view == null) {
            view = (Differentiable) new DjlModelAdapter().adapt(trainer, Device.cpu());
        }
        return view;
    }

    /** Works with arrays that are freed afterwards; what the optimizer makes for itself stays. */
    private <T> T onArrays(Function<NDManager, T> work) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            return work.apply(manager);
        }
    }

    private static double number(NDArray array) {
        return Transfer.tensor(array).get(0);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
