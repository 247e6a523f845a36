package dev.mltest.relation;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.RelationTraceEvidence;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Experiment;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

/**
 * The second look at one of the declared relations.
 *
 * @param relation it, in words
 */
public record DeclaredRelationTrace(String relation) implements Experiment<RelationTraceEvidence> {

    @Override
    public String id() {
        return "declared-relation-trace(" + relation + ")";
    }

    @Override
    public Class<RelationTraceEvidence> evidenceType() {
        return RelationTraceEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return of(model).price(model);
    }

    @Override
    public RelationTraceEvidence perform(Bench bench) {
        return of(bench.subject()).perform(bench);
    }

    private RelationTrace of(ModelUnderTest model) {
        return model.declarations().of(Relation.class).stream()
                .filter(declared -> declared.describe().equals(relation))
                .findFirst()
                .map(RelationTrace::new)
                .orElseThrow(() -> new NotAvailableException("'" + relation + "' is not declared"));
    }
}
