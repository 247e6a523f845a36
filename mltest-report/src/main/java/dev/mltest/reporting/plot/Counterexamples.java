package dev.mltest.reporting.plot;

import dev.mltest.evidence.Counterexample;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.evidence.RelationsEvidence;

import java.util.List;
import java.util.stream.Stream;

/**
 * The simplest case that breaks a relation, as pictures.
 *
 * @param relation which one
 * @param says how the case was found and how far off it is
 * @param images the input, and what the change makes of it
 */
public record Counterexamples(String relation, String says, List<Image> images) {

    /** Keeps its own copy. */
    public Counterexamples {
        images = List.copyOf(images);
    }

    static List<Counterexamples> of(Recording recording) {
        Stream<RelationEvidence> declared =
                recording.all("declared-relations"::equals, RelationsEvidence.class).stream()
                        .flatMap(seen -> seen.evidence().relations().stream());
        Stream<RelationEvidence> asserted =
                recording
                        .all(question -> question.startsWith("relation("), RelationEvidence.class)
                        .stream()
                        .map(Recording.Seeded::evidence);
        return Stream.concat(declared, asserted)
                .flatMap(relation -> relation.counterexamples().stream()
                        .filter(found -> !found.pictures().isEmpty())
                        .map(found -> of(relation, found)))
                .toList();
    }

    private static Counterexamples of(RelationEvidence relation, Counterexample found) {
        return new Counterexamples(
                relation.relation(), relation.smallest(), Images.of(found.pictures()));
    }
}
