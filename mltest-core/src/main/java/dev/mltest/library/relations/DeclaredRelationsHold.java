package dev.mltest.library.relations;

import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.relation.DeclaredRelations;

import java.util.Set;

/** The invariances and equivariances that were declared with the model hold. */
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
        return RelationVerdict.of(book.of(new DeclaredRelations()).get(0).relations());
    }
}
