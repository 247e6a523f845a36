package dev.mltest.relation;

import dev.mltest.experiment.Bench;
import dev.mltest.model.Batch;
import dev.mltest.relation.Transformation.Drawn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The changes that a relation is tried under, the same in every experiment about it. */
final class Draws {

    static final int MOST = 4;

    private static final int EXAMPLES = 8;

    private Draws() {}

    /** The data that inputs are taken from, or made of. */
    static Batch data(Bench bench) {
        return bench.batch(0).firstRows(EXAMPLES);
    }

    /** The examples that are changed: of the first of the {@link Inputs}. */
    static Batch examples(Bench bench) {
        Inputs.Source first =
                Inputs.of(bench.subject().declarations().of(Inputs.class)).get(0);
        return first.draw(data(bench), bench.random(first.describe()));
    }

    /** Several draws, or one if the transformation leaves no choice. */
    static List<Drawn> of(Relation relation, Bench bench) {
        String purpose = "relation(" + relation.describe() + ") draw ";
        Map<String, Drawn> draws = new LinkedHashMap<>();
        for (int draw = 0; draw < MOST; draw++) {
            Drawn drawn = relation.transformation().draw(bench.random(purpose + draw));
            draws.putIfAbsent(drawn.description(), drawn);
        }
        return List.copyOf(draws.values());
    }
}
