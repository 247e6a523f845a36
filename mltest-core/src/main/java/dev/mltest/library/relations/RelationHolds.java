package dev.mltest.library.relations;

import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.library.relations.RelationVerdict.Examined;
import dev.mltest.relation.Relation;
import dev.mltest.relation.RelationCases;
import dev.mltest.relation.RelationTrace;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One relation holds, claimed on the spot. */
public final class RelationHolds implements Check {

    private final Relation relation;

    /** The claim of this relation. */
    public RelationHolds(Relation relation) {
        this.relation = relation;
    }

    @Override
    public String id() {
        return "relation-holds";
    }

    @Override
    public String claim() {
        return "should be " + relation.describe();
    }

    @Override
    public String because() {
        return "a symmetry that the architecture lacks has to be learnt again and again, or not at all";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new RelationCases(relation));
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        RelationTrace trace = new RelationTrace(relation);
        Examined examined = new Examined(
                book.of(new RelationCases(relation)).get(0),
                book.answers(trace) ? Optional.of(book.of(trace).get(0)) : Optional.empty());
        return examined.isBroken() && !book.has(trace)
                ? Verdict.Undecided.ask("a layer lets go of the relation", trace)
                : RelationVerdict.of(List.of(examined));
    }
}
