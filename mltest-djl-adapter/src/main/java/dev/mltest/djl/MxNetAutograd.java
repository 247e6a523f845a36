package dev.mltest.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.util.NativeResource;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** What a thread has MXNet do beside computing: record a graph, train, walk the graph back. */
final class MxNetAutograd {

    private static final MxNetLibrary MXNET = MxNetLibrary.loaded();

    private MxNetAutograd() {}

    /** Turns recording on or off, and tells how it stood. */
    static boolean setRecording(boolean on) {
        IntByReference before = new IntByReference();
        check(MXNET.MXAutogradSetIsRecording(number(on), before));
        return before.getValue() != 0;
    }

    /** Turns training on or off, and tells how it stood. */
    static boolean setTraining(boolean on) {
        IntByReference before = new IntByReference();
        check(MXNET.MXAutogradSetIsTraining(number(on), before));
        return before.getValue() != 0;
    }

    /**
     * Sends the gradient of an array's sum back to all marked variables, and drops the graph.
     *
     * @param training whether the forward pass was in training mode
     */
    static void backward(NDArray target, boolean training) {
        Pointer[] outputs = {handle(target)};
        check(MXNET.MXAutogradBackwardEx(
                outputs.length, outputs, null, 0, null, 0, 0, number(training), null, null));
    }

    /** The recorded graph that led to an array, as JSON. */
    static String graph(NDArray array) {
        PointerByReference symbol = new PointerByReference();
        check(MXNET.MXAutogradGetSymbol(handle(array), symbol));
        try {
            PointerByReference json = new PointerByReference();
            check(MXNET.MXSymbolSaveToJSON(symbol.getValue(), json));
            return json.getValue().getString(0);
        } finally {
            check(MXNET.MXSymbolFree(symbol.getValue()));
        }
    }

    private static Pointer handle(NDArray array) {
        return (Pointer) ((NativeResource<?>) array).getHandle();
    }

    private static int number(boolean on) {
        return on ? 1 : 0;
    }

    private static void check(int code) {
        if (code != 0) {
            throw new EngineException("MXNet engine call failed: " + MXNET.MXGetLastError());
        }
    }
}
