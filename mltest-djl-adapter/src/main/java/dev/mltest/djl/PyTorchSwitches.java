package dev.mltest.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.JvmSettings;
import dev.mltest.model.Mode;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** PyTorch records graphs or not, thread by thread; layers are told the mode in each call. */
final class PyTorchSwitches implements EngineSwitches {

    static final PyTorchSwitches INSTANCE = new PyTorchSwitches();

    private PyTorchSwitches() {}

    /** DJL itself turns recording off only in the thread that loads the engine. */
    @Override
    public <T> T withoutGraph(Mode mode, Supplier<T> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    @Override
    public GradientCollector collector(Engine engine, Mode mode) {
        return engine.newGradientCollector();
    }

    /** DJL cannot be asked whether an array has a graph: hasGradient() knows of leaves only. */
    @Override
    public boolean isLackOfGraph(EngineException failure) {
        return String.valueOf(failure.getMessage()).contains("does not require grad");
    }

    @Override
    public RuntimeException explained(EngineException failure) {
        return failure;
    }

    @Override
    public void requireHarmless(Optimizer optimizer) {}

    @Override
    public JvmSettings threads(int count) {
        String threads = Integer.toString(count);
        return JvmSettings.ofProperties(Map.of(
                "ai.djl.pytorch.num_threads", threads,
                "ai.djl.pytorch.num_interop_threads", threads));
    }

    @Override
    public void clearGradients(Collection<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            JniUtils.zeroGrad((PtNDArray) parameter.getArray());
        }
    }

    /** The optimizer has cleared them after the latest step, and the next one adds to zero. */
    @Override
    public Runnable rememberGradients(
            Collection<Parameter> parameters, UnaryOperator<NDArray> copy) {
        return () -> clearGradients(parameters);
    }
}
