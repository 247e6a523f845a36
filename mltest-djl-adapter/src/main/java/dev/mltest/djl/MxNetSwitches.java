package dev.mltest.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adadelta;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.JvmSettings;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * MXNet records graphs or not, and trains or not, thread by thread; layers refuse to be called in
 * another mode than their thread is in.
 */
final class MxNetSwitches implements EngineSwitches {

    static final MxNetSwitches INSTANCE = new MxNetSwitches();

    private MxNetSwitches() {}

    @Override
    public <T> T withoutGraph(Mode mode, Supplier<T> work) {
        boolean recorded = MxNetAutograd.setRecording(false);
        boolean trained = MxNetAutograd.setTraining(mode == Mode.TRAINING);
        try {
            return work.get();
        } finally {
            MxNetAutograd.setTraining(trained);
            MxNetAutograd.setRecording(recorded);
        }
    }

    /** DJL's collector insists on being the one that turns training on. */
    @Override
    public GradientCollector collector(Engine engine, Mode mode) {
        MxNetAutograd.setTraining(false);
        GradientCollector collector = engine.newGradientCollector();
        MxNetAutograd.setTraining(mode == Mode.TRAINING);
        return new MxNetCollector(collector, mode);
    }

    @Override
    public boolean isLackOfGraph(EngineException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("is not part of a computation graph")
                || message.contains("it is not in a computational graph")
                || message.contains("no inputs in computation graph that require gradients");
    }

    @Override
    public RuntimeException explained(EngineException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("undefined behavior when evaluating gradients")
                || message.contains("not supported when recording")) {
            return new NotAvailableException(
                    "MXNet has no gradient of operations in place, such as muli() or the sums within DJL's weight decay");
        }
        if (message.contains("support calculate data gradient")) {
            return new NotAvailableException(
                    "MXNet has no gradient of token ids that are floating-point numbers; give them as integers");
        }
        return failure;
    }

    @Override
    public void requireHarmless(Optimizer optimizer) {
        if (optimizer instanceof Adadelta) {
            throw new NotAvailableException(
                    "on MXNet, DJL's Adadelta frees the parameters that it updates");
        }
    }

    @Override
    public JvmSettings threads(int count) {
        return JvmSettings.ofEnvironment(Map.of("OMP_NUM_THREADS", Integer.toString(count)));
    }

    @Override
    public void clearGradients(Collection<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            gradient(parameter).ifPresent(gradient -> gradient.set(InPlace.EVERYTHING, 0f));
        }
    }

    /** A backward pass overwrites them, no step clears them, and each step uses what is there. */
    @Override
    public Runnable rememberGradients(
            Collection<Parameter> parameters, UnaryOperator<NDArray> copy) {
        List<Runnable> actions = new ArrayList<>();
        for (Parameter parameter : parameters) {
            gradient(parameter)
                    .map(copy)
                    .ifPresent(then -> actions.add(() -> gradient(parameter)
                            .ifPresent(gradient -> InPlace.write(gradient, then))));
        }
        return () -> actions.forEach(Runnable::run);
    }

    private static Optional<NDArray> gradient(Parameter parameter) {
        return parameter.requiresGradient()
                ? Optional.of(parameter.getArray().getGradient())
                : Optional.empty();
    }
}
