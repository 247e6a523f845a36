package dev.mltest.library.relations;

import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.relation.Relation;
import dev.mltest.relation.RelationCases;

import java.util.List;
import java.util.Set;

/** One invariance or equivariance holds, claimed on the spot. */
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
        return RelationVerdict.of(List.of(book.of(new RelationCases(relation)).get(0)));
    }
}
