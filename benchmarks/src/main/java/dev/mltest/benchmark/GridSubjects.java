package dev.mltest.benchmark;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Images and sequences. */
final class GridSubjects {

    private static final int SIDE = 8;
    private static final int LENGTH = 10;
    private static final int VOCABULARY = 12;
    private static final int WIDTH = 6;

    private GridSubjects() {}

    static List<RelationSubject> all() {
        Relation shift = Relation.invariantUnder(Transformations.shift(-1, 3));
        Relation turns = Relation.invariantUnder(Transformations.quarterTurns());
        Relation reversal = Relation.invariantUnder(Transformations.flip(1));
        Relation padding = Relation.invariantUnder(Transformations.padding(3));
        Relation synonyms = Relation.invariantUnder(Transformations.substitution(3, 5, 7));
        return List.of(
                image("cyclic convolution, mean", true, shift, random -> convolution(random, 0, 1)),
                image("zero padding at one side", false, shift, r -> convolution(r, 1, 1)),
                image("stride 2", false, shift, random -> convolution(random, 0, 2)),
                image("kernel turned into itself", true, turns, random -> turned(random, 0)),
                image("one corner of the kernel off by 0.1 %", false, turns, r -> turned(r, 1e-3f)),
                tokens("mean of embeddings", true, reversal, random -> bag(random, 0, false)),
                tokens("position added, 0.1 %", false, reversal, r -> bag(r, 1e-3f, false)),
                tokens("mean over the mask", true, padding, random -> bag(random, 0, false)),
                tokens("mean over the length", false, padding, random -> bag(random, 0, true)),
                tokens("synonyms share a row", true, synonyms, random -> synonyms(random, 0)),
                tokens("one row off by 0.1 %", false, synonyms, r -> synonyms(r, 1e-3f)));
    }

    private static RelationSubject image(
            String name,
            boolean holds,
            Relation relation,
            Function<Random, Function<Batch, ArrayTensor>> model) {
        return new RelationSubject(
                "image", name, holds, relation, Floats.examples(1, SIDE, SIDE), model);
    }

    private static RelationSubject tokens(
            String name,
            boolean holds,
            Relation relation,
            Function<Random, Function<Batch, ArrayTensor>> model) {
        return new RelationSubject("sequence", name, holds, relation, GridSubjects::phrases, model);
    }

    private static NamedTensors phrases(Random random) {
        long[] ids = random.longs((long) RelationSubject.EXAMPLES * LENGTH, 1, VOCABULARY)
                .toArray();
        return NamedTensors.of(
                "input", ArrayTensor.ofLongs(Shape.of(RelationSubject.EXAMPLES, LENGTH), ids));
    }

    /** Convolution of 3 by 3, tanh, mean of what is left by the stride. */
    private static Function<Batch, ArrayTensor> convolution(Random random, int zeros, int stride) {
        float[] kernel = Floats.normal(9, random);
        return Floats.each(image -> new float[] {convolved(image, kernel, zeros, stride)});
    }

    private static Function<Batch, ArrayTensor> turned(Random random, float off) {
        float corner = (float) random.nextGaussian();
        float edge = (float) random.nextGaussian();
        float[] kernel = {corner * (1 + off), edge, corner, edge, 1, edge, corner, edge, corner};
        return Floats.each(image -> new float[] {convolved(image, kernel, 0, 1)});
    }

    private static float convolved(float[] image, float[] kernel, int zeros, int stride) {
        float sum = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column += stride) {
                sum += (float) Math.tanh(window(image, kernel, row, column, zeros));
            }
        }
        return sum / SIDE / SIDE;
    }

    private static float window(float[] image, float[] kernel, int row, int column, int zeros) {
        float sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            int x = column + k % 3 - 1;
            boolean outside = zeros > 0 && x >= SIDE;
            int at = Math.floorMod(row + k / 3 - 1, SIDE) * SIDE + Math.floorMod(x, SIDE);
            sum += outside ? 0 : kernel[k] * image[at];
        }
        return sum;
    }

    /** Mean of embeddings, token 0 being padding. */
    private static Function<Batch, ArrayTensor> bag(Random random, float position, boolean whole) {
        return mean(Floats.normal(VOCABULARY * WIDTH, random), position, whole);
    }

    private static Function<Batch, ArrayTensor> synonyms(Random random, float off) {
        float[] table = Floats.normal(VOCABULARY * WIDTH, random);
        System.arraycopy(table, 3 * WIDTH, table, 5 * WIDTH, WIDTH);
        System.arraycopy(table, 3 * WIDTH, table, 7 * WIDTH, WIDTH);
        table[7 * WIDTH] *= 1 + off;
        return mean(table, 0, false);
    }

    private static Function<Batch, ArrayTensor> mean(float[] table, float position, boolean whole) {
        return batch -> Floats.perExample(batch, row -> {
            long[] ids = batch.inputs().first().toArray().rows(row).toLongs();
            float[] sum = new float[WIDTH];
            int count = 0;
            for (int at = 0; at < ids.length; at++) {
                float[] entry = Floats.slice(table, (int) ids[at] * WIDTH, WIDTH);
                Floats.add(sum, entry, ids[at] == 0 ? 0 : 1 + position * at);
                count += whole || ids[at] != 0 ? 1 : 0;
            }
            float[] mean = new float[WIDTH];
            Floats.add(mean, sum, 1f / Math.max(1, count));
            return Floats.tanh(mean);
        });
    }
}
