package dev.mltest.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.JvmSettings;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What DJL's own interface lacks and every engine that trains has in its own way. */
interface EngineSwitches {

    /** Those of an engine; empty if it does not train. */
    static Optional<EngineSwitches> of(Engine engine) {
        return switch (engine.getEngineName()) {
            case Engines.PYTORCH -> Optional.of(PyTorchSwitches.INSTANCE);
            case Engines.MXNET -> Optional.of(MxNetSwitches.INSTANCE);
            default -> Optional.empty();
        };
    }

    /** Does some work on an array's engine without recording a graph. */
    static <T> T withoutGraph(NDArray array, Supplier<T> work) {
        return withoutGraph(array.getManager().getEngine(), work);
    }

    /** Does some work on an engine without recording a graph. */
    static <T> T withoutGraph(Engine engine, Supplier<T> work) {
        return of(engine)
                .map(switches -> switches.withoutGraph(Mode.INFERENCE, work))
                .orElseGet(work);
    }

    /** Does some work without recording a graph; what was switched is put back afterwards. */
    <T> T withoutGraph(Mode mode, Supplier<T> work);

    /**
     * Starts to record a graph, within work without one.
     *
     * @throws IllegalStateException if a graph is recorded elsewhere, and the engine has only one
     */
    GradientCollector collector(Engine engine, Mode mode);

    /** Whether a backward pass failed since there was nothing to walk back. */
    boolean isLackOfGraph(EngineException failure);

    /** What to throw for a failure: itself unless the engine's limits can be named. */
    RuntimeException explained(EngineException failure);

    /**
     * Demands that an optimizer leaves the parameters it updates in order.
     *
     * @throws NotAvailableException if it does not
     */
    void requireHarmless(Optimizer optimizer);

    /** How to start a process in which the engine computes with so many threads. */
    JvmSettings threads(int count);

    /** Sets all gradients to zero, NaN included. */
    void clearGradients(Collection<Parameter> parameters);

    /**
     * Notes the gradients that the next step would find.
     *
     * @param copy makes a copy of an array
     * @return puts them back
     */
    Runnable rememberGradients(Collection<Parameter> parameters, UnaryOperator<NDArray> copy);
}
