package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;

/** A network without a loss. */
class Dl4jPredictor implements Predictor {

    private final Subject subject;

    Dl4jPredictor(Subject subject) {
        this.subject = subject;
    }

    final Subject subject() {
        return subject;
    }

    @Override
    public final Provenance provenance() {
        return Backend.provenance();
    }

    @Override
    public final Scope openScope() {
        return Backend.scope();
    }

    @Override
    public final NamedTensors predict(Batch batch) {
        return subject.predicting(
                batch,
                feed -> Names.outputs(subject.forward(feed, Mode.INFERENCE).outputs()));
    }

    @Override
    public final JvmSettings threads(int count) {
        return Backend.threads(count);
    }

    @Override
    public void close() {
        subject.close();
    }

    /** The name given. */
    @Override
    public final String toString() {
        return subject.name();
    }
}
