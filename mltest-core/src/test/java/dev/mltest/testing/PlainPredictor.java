package dev.mltest.testing;

import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;

/** A model of which nothing is left but its predictions, as of an exported one. */
public class PlainPredictor implements Predictor {

    private final Predictor model;

    /** Around this model. */
    public PlainPredictor(Predictor model) {
        this.model = model;
    }

    @Override
    public Provenance provenance() {
        return model.provenance();
    }

    @Override
    public Scope openScope() {
        return model.openScope();
    }

    @Override
    public NamedTensors predict(Batch batch) {
        return model.predict(batch);
    }

    @Override
    public void close() {
        model.close();
    }
}
