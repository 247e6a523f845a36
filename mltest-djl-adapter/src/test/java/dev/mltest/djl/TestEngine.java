package dev.mltest.djl;

import ai.djl.engine.Engine;

/** The engine that this run of the tests is on. */
final class TestEngine {

    private TestEngine() {}

    static boolean isMxNet() {
        return Engine.getDefaultEngineName().equals(Engines.MXNET);
    }

    /** How far a loss in single precision is off; MXNet's oneDNN has a coarse logarithm. */
    static double lossTolerance() {
        return isMxNet() ? 1e-5 : 1e-6;
    }

    /** Name and version, as reports show them. */
    static String label() {
        return isMxNet() ? "MXNet 1.9.0" : "PyTorch 2.7.1";
    }
}
