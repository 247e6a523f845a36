package dev.mltest.benchmark;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Rows of a table. */
final class TableSubjects {

    private static final int FEATURES = 6;
    private static final int WIDTH = 8;

    private TableSubjects() {}

    static List<RelationSubject> all() {
        Relation rising = Relation.risingUnder(Transformations.raising(1, 2, 1));
        Relation contraction = Relation.changingAtMost(1, Transformations.step(0.1));
        return List.of(
                row("weights of feature 2 positive", true, rising, random -> rising(random, 1)),
                row(
                        "one of them negative, and strong",
                        false,
                        rising,
                        random -> rising(random, -1)),
                row("mirror, then moduli", true, contraction, random -> mirrored(random, 1)),
                row("moduli, 0.1 % too long", false, contraction, r -> mirrored(r, 1.001f)),
                row("linear", true, Relation.additive(), random -> linear(random, 0)),
                row("bias of 0.001", false, Relation.additive(), random -> linear(random, 1e-3f)),
                row("linear", true, Relation.homogeneous(), random -> linear(random, 0)),
                row("bias of 0.001", false, Relation.homogeneous(), r -> linear(r, 1e-3f)),
                row("projection", true, Relation.idempotent(), random -> projection(random, 1)),
                row(
                        "projection, 0.1 % short",
                        false, Relation.idempotent(), r -> projection(r, 0.999f)));
    }

    private static RelationSubject row(
            String name,
            boolean holds,
            Relation relation,
            Function<Random, Function<Batch, ArrayTensor>> model) {
        return new RelationSubject(
                "table", name, holds, relation, Floats.examples(FEATURES), model);
    }

    private static Function<Batch, ArrayTensor> rising(Random random, float signOfOne) {
        float[] hidden = Floats.normal(WIDTH * FEATURES, random);
        float[] head = Floats.normal(WIDTH, random);
        for (int unit = 0; unit < WIDTH; unit++) {
            int weight = unit * FEATURES + 2;
            hidden[weight] = unit == 0 ? signOfOne : Math.abs(hidden[weight]);
            head[unit] = unit == 0 ? WIDTH : Math.abs(head[unit]);
        }
        return Floats.each(x -> Floats.times(head, Floats.tanh(Floats.times(hidden, x))));
    }

    /** Mirrored at a plane, which keeps every length, then each coordinate's modulus. */
    private static Function<Batch, ArrayTensor> mirrored(Random random, float factor) {
        float[] normal = unit(random);
        return Floats.each(x -> {
            float[] mirrored = x.clone();
            Floats.add(mirrored, normal, -2 * Floats.times(normal, x)[0]);
            for (int i = 0; i < mirrored.length; i++) {
                mirrored[i] = factor * Math.abs(mirrored[i]);
            }
            return mirrored;
        });
    }

    private static Function<Batch, ArrayTensor> linear(Random random, float bias) {
        float[] weights = Floats.normal(WIDTH * FEATURES, random);
        return Floats.each(x -> {
            float[] outputs = Floats.times(weights, x);
            outputs[0] += bias;
            return outputs;
        });
    }

    /** Onto the plane that is orthogonal to a vector. */
    private static Function<Batch, ArrayTensor> projection(Random random, float share) {
        float[] normal = unit(random);
        return Floats.each(x -> {
            float[] projected = x.clone();
            Floats.add(projected, normal, -share * Floats.times(normal, x)[0]);
            return projected;
        });
    }

    private static float[] unit(Random random) {
        float[] normal = Floats.normal(FEATURES, random);
        float[] unit = new float[FEATURES];
        Floats.add(unit, normal, (float) (1 / Math.sqrt(Floats.times(normal, normal)[0])));
        return unit;
    }
}
