package dev.mltest.evidence;

import java.util.List;

/**
 * A second look at a relation that does not hold: in double precision, if the model has a twin
 * there, and layer by layer.
 *
 * @param relation the relation, in words
 * @param inDouble whether all of this was measured on a twin in double precision
 * @param ownEpsilon distance from 1 to the next number of the outputs' own element type
 * @param epsilon the same of the type that was measured in
 * @param error error of the case that is furthest beyond its tolerance
 * @param tolerance what round-off explains of it
 * @param layers what becomes of the relation on its way through the model, under the change of that
 *     case; empty if the relation says nothing of layers
 */
public record RelationTraceEvidence(
        String relation,
        boolean inDouble,
        double ownEpsilon,
        double epsilon,
        double error,
        double tolerance,
        List<Layer> layers)
        implements Evidence {

    /** Keeps its own copy. */
    public RelationTraceEvidence {
        layers = List.copyOf(layers);
    }

    /** Whether the relation holds in double precision, so that what was seen is round-off. */
    public boolean isRoundOff() {
        return inDouble && error <= tolerance;
    }

    /**
     * One layer.
     *
     * @param path its path
     * @param error how far what it passes on is both from staying as it is and from following the
     *     change, relative to its largest element; NaN if its shape allows no comparison
     */
    public record Layer(String path, double error) {}
}
