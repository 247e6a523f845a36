package dev.mltest.relation;

import dev.mltest.relation.Transformation.Drawn;

import java.util.List;

/** Puts the nodes of a graph in another order, in its features and in its adjacency at once. */
final class Nodes {

    private Nodes() {}

    static Drawn of(String features, String adjacency, Permutation order) {
        String description = order.description().formatted("the nodes");
        Drawn rows = Changes.along(1, description, order::along);
        Drawn columns = Changes.along(2, description, order::along);
        Drawn all = Composition.sequence(
                on(features, rows),
                Composition.sequence(on(adjacency, rows), on(adjacency, columns)));
        return new Drawn(description, all.onInputs(), rows.onOutput());
    }

    private static Drawn on(String input, Drawn drawn) {
        return new Focus(Changes.fixed(drawn), List.of(input)).draw(new java.util.Random(0));
    }
}
