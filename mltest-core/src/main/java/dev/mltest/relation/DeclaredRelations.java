package dev.mltest.relation;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.RelationEvidence;
import dev.mltest.evidence.RelationsEvidence;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Experiment;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

import java.util.ArrayList;
import java.util.List;

/** How far is the model from each relation that was declared with it? */
public record DeclaredRelations() implements Experiment<RelationsEvidence> {

    /**
     * The thousands of a case number count the relations, so that it names one case of them all.
     */
    private static final int CASES_APART = 1000;

    @Override
    public String id() {
        return "declared-relations";
    }

    @Override
    public Class<RelationsEvidence> evidenceType() {
        return RelationsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return relationsOf(model).stream()
                .map(relation -> new RelationCases(relation).price(model))
                .reduce(Price.FREE, Price::plus);
    }

    @Override
    public RelationsEvidence perform(Bench bench) {
        List<Relation> relations = relationsOf(bench.subject());
        if (relations.isEmpty()) {
            throw new NotAvailableException(
                    "no relation is declared; write .declare(Relation.invariantUnder(...))");
        }
        List<RelationEvidence> seen = new ArrayList<>();
        for (int i = 0; i < relations.size(); i++) {
            RelationCases cases = new RelationCases(relations.get(i));
            cases.perform(bench, i * CASES_APART).ifPresent(seen::add);
        }
        if (seen.isEmpty()) {
            throw new NotAvailableException(RelationCases.NOTHING_DECIDED);
        }
        return new RelationsEvidence(seen);
    }

    private static List<Relation> relationsOf(ModelUnderTest model) {
        return model.declarations().of(Relation.class);
    }
}
