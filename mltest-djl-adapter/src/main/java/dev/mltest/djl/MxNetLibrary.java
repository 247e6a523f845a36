package dev.mltest.djl;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

import org.jspecify.annotations.Nullable;

/** Functions of MXNet's C interface that DJL's own common interface has no names for. */
interface MxNetLibrary extends Library {

    /** Turns recording of graphs on or off in this thread, and tells how it stood. */
    int MXAutogradSetIsRecording(int on, IntByReference before);

    /** Turns training on or off in this thread, and tells how it stood. */
    int MXAutogradSetIsTraining(int on, IntByReference before);

    /** Sends gradients back from these outputs to all marked variables. */
    int MXAutogradBackwardEx(
            int outputs,
            Pointer[] outputHandles,
            @Nullable Pointer outputGradients,
            int variables,
            @Nullable Pointer variableHandles,
            int retainGraph,
            int createGraph,
            int training,
            @Nullable Pointer gradients,
            @Nullable Pointer gradientStorageTypes);

    /** The recorded graph that led to an array. */
    int MXAutogradGetSymbol(Pointer array, PointerByReference symbol);

    /** A graph as JSON; the text belongs to this thread until its next call. */
    int MXSymbolSaveToJSON(Pointer symbol, PointerByReference json);

    /** Frees a graph. */
    int MXSymbolFree(Pointer symbol);

    /** What went wrong in this thread's latest call. */
    String MXGetLastError();

    /** The library that DJL has loaded. */
    static MxNetLibrary loaded() {
        try {
            // By reflection: were MXNet a dependency, DJL would prefer it to PyTorch in every
            // build of this module.
            Object path = Class.forName("ai.djl.mxnet.jna.LibUtils")
                    .getMethod("getLibName")
                    .invoke(null);
            return Native.load((String) path, MxNetLibrary.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("unexpected version of DJL", e);
        }
    }
}
