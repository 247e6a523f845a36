package dev.mltest.relation;

import dev.mltest.model.Declaration;

/**
 * What must hold between f(x) and f(t(x)) for every change t drawn from a transformation.
 *
 * @param transformation where t is drawn from
 * @param kind what must hold
 */
public record Relation(Transformation transformation, Kind kind) implements Declaration {

    /** What must hold between f(x) and f(t(x)). */
    public enum Kind {
        /** f(t(x)) = f(x). */
        INVARIANT,
        /** f(t(x)) = t(f(x)). */
        EQUIVARIANT
    }

    /** The outputs do not notice the change. */
    public static Relation invariantUnder(Transformation transformation) {
        return new Relation(transformation, Kind.INVARIANT);
    }

    /** The outputs follow the change. */
    public static Relation equivariantUnder(Transformation transformation) {
        return new Relation(transformation, Kind.EQUIVARIANT);
    }

    /** For example {@code invariant under a flip of axis 3}. */
    public String describe() {
        String word = kind == Kind.INVARIANT ? "invariant" : "equivariant";
        return word + " under " + transformation.describe();
    }
}
