package dev.mltest.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDScope;

/**
 * A scope that frees all of its arrays. An engine that computes in the background may tell only now
 * that something failed; DJL would leave the rest of the arrays, and the scope itself, in place.
 */
class ThoroughScope extends NDScope {

    /** The array that tells of the failure is let go by that; the others are still to follow. */
    @Override
    public final void close() {
        try {
            super.close();
        } catch (EngineException late) {
            close();
            throw late;
        }
    }
}
