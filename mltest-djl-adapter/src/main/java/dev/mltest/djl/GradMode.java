package dev.mltest.djl;

import ai.djl.pytorch.jni.JniUtils;

import java.util.function.Supplier;

/** Whether PyTorch records a graph; a setting of each thread. */
final class GradMode {

    private GradMode() {}

    /**
     * Does some work without recording a graph. DJL itself turns recording off only in the thread
     * that loads the engine.
     */
    static <T> T off(Supplier<T> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
