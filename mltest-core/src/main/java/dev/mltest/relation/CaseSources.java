package dev.mltest.relation;

import dev.mltest.experiment.Bench;
import dev.mltest.model.Batch;

import java.util.ArrayList;
import java.util.List;

/** Draws the batches and the changes that a relation is examined under, before any is tried. */
final class CaseSources {

    private final Relation relation;
    private final Bench bench;

    CaseSources(Relation relation, Bench bench) {
        this.relation = relation;
        this.bench = bench;
    }

    /** One series for each source of inputs; none for inputs that equal the data, or are none. */
    List<CaseSeries> series(int first, Batch data) {
        List<CaseSeries> all = new ArrayList<>();
        List<Transformation.Drawn> draws = Draws.of(relation, bench);
        int next = first;
        for (Inputs.Source source : Inputs.of(bench.subject().declarations().of(Inputs.class))) {
            Batch batch = source.draw(data, bench.random(source.describe()));
            boolean isNew = source.describe().isEmpty() || !batch.equals(data);
            if (isNew && batch.size() > 0) {
                all.add(new CaseSeries(next, source.describe(), batch, draws));
                next += draws.size() * batch.size();
            }
        }
        return all;
    }
}
