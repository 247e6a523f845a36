package dev.mltest.corpus.gan;

import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Rows;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Noise to make points of, and points of a slanted cloud that they are to look like. */
class Cloud extends Data {

    static final int NOISE = 3;

    @Override
    public Task task() {
        return Task.custom("adversarial game");
    }

    @Override
    public Dataset training() {
        return Dataset.of(examples(400, new Random(81)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(examples(150, new Random(82)));
    }

    @Override
    public int epochs() {
        return 40;
    }

    @Override
    public int batchSize() {
        return 40;
    }

    private static Batch examples(int count, Random random) {
        List<float[]> noise = new ArrayList<>();
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            noise.add(new float[] {normal(random), normal(random), normal(random)});
            float x = normal(random);
            points.add(new float[] {1 + 0.7f * x, 0.5f * x + 0.3f * normal(random) - 0.5f});
        }
        ArrayTensor real = Rows.of(points);
        return new Batch(
                NamedTensors.of("noise", Rows.of(noise)).with("real", real),
                NamedTensors.of("target", real));
    }

    private static float normal(Random random) {
        return (float) random.nextGaussian();
    }

    /** Minus the energy distance between the made points and the real ones. */
    @Override
    public double score(NamedTensors outputs, Batch examples) {
        return -energy(outputs.get("output3").toArray(), examples.target());
    }

    /** All points at the middle of the real ones. */
    @Override
    public double trivialScore() {
        ArrayTensor real =
                validation().examples(IntStream.range(0, 150).toArray()).target();
        return -energy(Rows.of(List.of(middle(real))), real);
    }

    private static float[] middle(ArrayTensor points) {
        double[] sums = new double[2];
        for (int i = 0; i < points.length(); i++) {
            sums[i % 2] += points.get(i);
        }
        int count = points.length() / 2;
        return new float[] {(float) (sums[0] / count), (float) (sums[1] / count)};
    }

    private static double energy(ArrayTensor made, ArrayTensor real) {
        return 2 * distance(made, real) - distance(made, made) - distance(real, real);
    }

    /** Mean distance between a point of one and a point of the other. */
    private static double distance(ArrayTensor one, ArrayTensor other) {
        double sum = 0;
        for (int i = 0; i < one.length(); i += 2) {
            for (int j = 0; j < other.length(); j += 2) {
                sum += Math.hypot(one.get(i) - other.get(j), one.get(i + 1) - other.get(j + 1));
            }
        }
        return sum / (one.length() / 2.0) / (other.length() / 2.0);
    }
}
