package dev.mltest.cli;

import dev.mltest.preflight.PreflightResult;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** Sees to it that a run that is cut off, as by Ctrl-C, leaves what it found out. */
final class Interruption implements AutoCloseable {

    private final Thread hook = new Thread(this::leave, "mltest-interrupted");
    private final Consumer<PreflightResult> leaving;
    private @Nullable PreflightResult soFar;
    private boolean cutOff;

    Interruption(Consumer<PreflightResult> leaving) {
        this.leaving = leaving;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What would be left if the run was cut off now; false if it has been. */
    synchronized boolean goesOn(PreflightResult result) {
        soFar = result;
        return !cutOff;
    }

    private synchronized void leave() {
        cutOff = true;
        if (soFar != null) {
            leaving.accept(soFar);
        }
    }

    /** The run is over; nothing is left any more. */
    @Override
    public synchronized void close() {
        soFar = null;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Then the hook has left its report already, or has nothing to leave.
        }
    }
}
