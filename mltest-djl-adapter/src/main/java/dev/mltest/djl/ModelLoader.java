package dev.mltest.djl;

import ai.djl.Model;

/** Loads a model, for example with {@code Model.newInstance} and {@code Model.load}. */
@FunctionalInterface
public interface ModelLoader {

    /**
     * A newly loaded model.
     *
     * @throws Exception if it cannot be loaded
     */
    Model load() throws Exception;
}
