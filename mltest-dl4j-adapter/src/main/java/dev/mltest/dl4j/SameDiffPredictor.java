package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;

import java.util.List;

/** A SameDiff graph without a loss. */
class SameDiffPredictor implements Predictor {

    private final SameDiffSubject subject;

    SameDiffPredictor(SameDiffSubject subject) {
        this.subject = subject;
    }

    final SameDiffSubject subject() {
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
        List<String> names = subject.roles().outputs();
        return subject.predicting(
                batch, feed -> subject.compute(feed, Mode.INFERENCE, names).copied(names));
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
