package dev.mltest.relation;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.RelationTraceEvidence;
import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Experiment;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

/**
 * Does the relation hold in double precision, and if not, which layer lets go of it first?
 *
 * @param relation what is claimed
 */
public record RelationTrace(Relation relation) implements Experiment<RelationTraceEvidence> {

    private static final int COPIES = 2;
    private static final int TYPE_AND_LAYERS = 3;

    @Override
    public String id() {
        return "relation-trace(" + relation.describe() + ")";
    }

    @Override
    public Class<RelationTraceEvidence> evidenceType() {
        return RelationTraceEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        long cases = RelationError.BASE_FORWARDS
                + RelationError.STEADYING
                + (long) Draws.MOST * RelationError.forwardsOfOne(relation);
        return Price.forwards(cases + TYPE_AND_LAYERS).plus(new Price(0, 0, 0, COPIES));
    }

    @Override
    public RelationTraceEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        double ownEpsilon = SecondLook.epsilonOf(relation, model, Draws.examples(bench));
        try (Differentiable twin = model.inDoublePrecision()) {
            return new SecondLook(relation, twin, true).of(bench, ownEpsilon);
        } catch (NotAvailableException noTwin) {
            return new SecondLook(relation, model, false).of(bench, ownEpsilon);
        }
    }
}
