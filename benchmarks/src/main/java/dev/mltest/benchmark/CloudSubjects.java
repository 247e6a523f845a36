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

/** Sets, graphs and point clouds. */
final class CloudSubjects {

    private static final int MEMBERS = 7;
    private static final int COORDINATES = 3;
    private static final int WIDTH = 8;

    private CloudSubjects() {}

    static List<RelationSubject> all() {
        Relation order = Relation.invariantUnder(Transformations.permutation(1));
        Relation nodes =
                Relation.invariantUnder(Transformations.nodePermutation("features", "adjacency"));
        Relation rotation = Relation.invariantUnder(Transformations.rotation());
        Relation vectors = Relation.equivariantUnder(
                Transformations.group(Transformations.rotation(), Transformations.reflection()));
        Relation scores = order.upToOrder(1);
        Relation axis = vectors.upToSign(1);
        Relation place = Relation.invariantUnder(Transformations.translation(10));
        return List.of(
                set("sum of members", true, order, random -> pooled(random, 1)),
                set("running average, 0.1 % decay", false, order, random -> pooled(random, 0.999f)),
                set("score of each member", true, scores, random -> scores(random, 0)),
                set("its place added, 0.1 %", false, scores, random -> scores(random, 1e-3f)),
                graph("convolution, sum of nodes", true, nodes, random -> graph(random, 0)),
                graph("numbers of nodes added, 0.1 %", false, nodes, r -> graph(r, 1e-3f)),
                cloud("distances", true, rotation, random -> distances(random, 0)),
                cloud("height added, 0.1 %", false, rotation, random -> distances(random, 1e-3f)),
                cloud("weighted sum of vectors", true, vectors, random -> vector(random, false)),
                cloud("tanh of each coordinate", false, vectors, random -> vector(random, true)),
                cloud("main axis", true, axis, random -> MainAxis.with(0)),
                cloud("one variance raised by 0.1 %", false, axis, r -> MainAxis.with(1e-3f)),
                cloud("distances", true, place, random -> distances(random, 0)),
                cloud("height added, 0.1 %", false, place, random -> distances(random, 1e-3f)));
    }

    private static RelationSubject set(
            String name,
            boolean holds,
            Relation relation,
            Function<Random, Function<Batch, ArrayTensor>> model) {
        return new RelationSubject(
                "set", name, holds, relation, Floats.examples(MEMBERS, COORDINATES), model);
    }

    private static RelationSubject cloud(
            String name,
            boolean holds,
            Relation relation,
            Function<Random, Function<Batch, ArrayTensor>> model) {
        return new RelationSubject(
                "point cloud", name, holds, relation, Floats.examples(MEMBERS, COORDINATES), model);
    }

    private static RelationSubject graph(
            String name,
            boolean holds,
            Relation relation,
            Function<Random, Function<Batch, ArrayTensor>> model) {
        return new RelationSubject("graph", name, holds, relation, CloudSubjects::graphs, model);
    }

    private static NamedTensors graphs(Random random) {
        int examples = RelationSubject.EXAMPLES;
        float[] edges = new float[examples * MEMBERS * MEMBERS];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = random.nextInt(3) == 0 ? 1 : 0;
        }
        float[] features = Floats.normal(examples * MEMBERS * COORDINATES, random);
        return NamedTensors.of(
                        "features",
                        ArrayTensor.ofFloats(Shape.of(examples, MEMBERS, COORDINATES), features))
                .with(
                        "adjacency",
                        ArrayTensor.ofFloats(Shape.of(examples, MEMBERS, MEMBERS), edges));
    }

    private static Function<Batch, ArrayTensor> pooled(Random random, float keep) {
        float[] weights = Floats.normal(WIDTH * COORDINATES, random);
        return Floats.each(set -> {
            float[] sum = new float[WIDTH];
            for (int i = 0; i < MEMBERS; i++) {
                Floats.add(sum, sum, keep - 1);
                Floats.add(sum, hidden(set, i, weights), 1);
            }
            return Floats.tanh(sum);
        });
    }

    private static Function<Batch, ArrayTensor> scores(Random random, float place) {
        float[] weights = Floats.normal(WIDTH * COORDINATES, random);
        float[] head = Floats.normal(WIDTH, random);
        return Floats.each(set -> {
            float[] scores = new float[MEMBERS];
            for (int i = 0; i < MEMBERS; i++) {
                scores[i] = Floats.times(head, hidden(set, i, weights))[0] + place * i;
            }
            return scores;
        });
    }

    private static float[] hidden(float[] members, int index, float[] weights) {
        return Floats.tanh(
                Floats.times(weights, Floats.slice(members, index * COORDINATES, COORDINATES)));
    }

    private static Function<Batch, ArrayTensor> graph(Random random, float number) {
        float[] weights = Floats.normal(WIDTH * COORDINATES, random);
        return batch -> Floats.perExample(batch, row -> {
            float[] features = batch.input("features").rows(row).toFloats();
            float[] edges = batch.input("adjacency").rows(row).toFloats();
            float[] sum = new float[WIDTH];
            for (int to = 0; to < MEMBERS; to++) {
                float[] received = hidden(features, to, weights);
                for (int from = 0; from < MEMBERS; from++) {
                    Floats.add(
                            received, hidden(features, from, weights), edges[to * MEMBERS + from]);
                }
                received[0] *= 1 + number * to;
                Floats.add(sum, Floats.tanh(received), 1);
            }
            return sum;
        });
    }

    /** Mean of a function of the distances between points, and a little of the third coordinate. */
    private static Function<Batch, ArrayTensor> distances(Random random, float height) {
        float[] scales = Floats.normal(WIDTH, random);
        return Floats.each(cloud -> {
            float[] sum = new float[WIDTH];
            for (int i = 0; i < MEMBERS; i++) {
                for (int j = 0; j < i; j++) {
                    float distance = distance(cloud, i, j);
                    for (int k = 0; k < WIDTH; k++) {
                        sum[k] += (float) Math.tanh(scales[k] * distance);
                    }
                }
                sum[0] += height * cloud[i * COORDINATES + 2];
            }
            return sum;
        });
    }

    private static float distance(float[] cloud, int i, int j) {
        float squares = 0;
        for (int k = 0; k < COORDINATES; k++) {
            float difference = cloud[i * COORDINATES + k] - cloud[j * COORDINATES + k];
            squares += difference * difference;
        }
        return (float) Math.sqrt(squares);
    }

    /** The points weighted by a function of their lengths. */
    private static Function<Batch, ArrayTensor> vector(Random random, boolean byCoordinate) {
        float scale = (float) random.nextGaussian();
        return Floats.each(cloud -> {
            float[] sum = new float[COORDINATES];
            for (int i = 0; i < MEMBERS; i++) {
                float[] point = Floats.slice(cloud, i * COORDINATES, COORDINATES);
                float length = (float) Math.sqrt(Floats.times(point, point)[0]);
                Floats.add(sum, point, (float) Math.tanh(scale * length));
            }
            return byCoordinate ? Floats.tanh(sum) : sum;
        });
    }
}
