package dev.mltest.library.relations;

import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.library.relations.RelationVerdict.Examined;
import dev.mltest.relation.DeclaredRelationTrace;
import dev.mltest.relation.DeclaredRelations;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relations that were declared with the model hold. */
public final class DeclaredRelationsHold implements Check {

    @Override
    public String id() {
        return "declared-relations-hold";
    }

    @Override
    public String claim() {
        return "should satisfy every relation declared of it";
    }

    @Override
    public String because() {
        return "a symmetry that the architecture lacks has to be learnt again and again, or not at all";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new DeclaredRelations());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        List<RelationEvidence> relations =
                book.of(new DeclaredRelations()).get(0).relations();
        List<Examined> examined =
                relations.stream().map(evidence -> examined(evidence, book)).toList();
        Question<?>[] open = examined.stream()
                .filter(Examined::isBroken)
                .map(one -> trace(one.evidence()))
                .filter(trace -> !book.has(trace))
                .toArray(Question<?>[]::new);
        return open.length > 0
                ? Verdict.Undecided.ask("a layer lets go of a relation", open)
                : RelationVerdict.of(examined);
    }

    private static Examined examined(RelationEvidence evidence, EvidenceBook book) {
        DeclaredRelationTrace trace = trace(evidence);
        return new Examined(
                evidence,
                book.answers(trace) ? Optional.of(book.of(trace).get(0)) : Optional.empty());
    }

    private static DeclaredRelationTrace trace(RelationEvidence evidence) {
        return new DeclaredRelationTrace(evidence.relation());
    }
}
