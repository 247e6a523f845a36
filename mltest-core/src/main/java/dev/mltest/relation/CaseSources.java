package dev.mltest.relation;

import dev.mltest.experiment.Bench;
import dev.mltest.model.Batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the batches and the changes that a relation is examined under, before any is tried. */
final class CaseSources {

    static final int EXAMPLES = 8;
    static final int DRAWS = 4;

    private final String relation;
    private final Transformation transformation;
    private final Bench bench;

    CaseSources(String relation, Transformation transformation, Bench bench) {
        this.relation = relation;
        this.transformation = transformation;
        this.bench = bench;
    }

    /** One series for each source of inputs; none for inputs that equal the data, or are none. */
    List<CaseSeries> series(int first, Batch data) {
        List<CaseSeries> all = new ArrayList<>();
        List<Transformation.Drawn> draws = draws();
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

    /** Several draws, or one if the transformation leaves no choice. */
    private List<Transformation.Drawn> draws() {
        Map<String, Transformation.Drawn> draws = new LinkedHashMap<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            Transformation.Drawn drawn =
                    transformation.draw(bench.random(relation + " draw " + draw));
            draws.putIfAbsent(drawn.description(), drawn);
        }
        return List.copyOf(draws.values());
    }
}
