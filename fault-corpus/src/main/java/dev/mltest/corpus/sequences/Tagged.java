package dev.mltest.corpus.sequences;

import dev.mltest.corpus.program.Data;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Series of three to six changes, padded with zeros behind. At every step: is what was summed up so
 * far positive? Padded steps carry the label 0 and are masked.
 */
class Tagged extends Data {

    static final int STEPS = 6;
    static final int CLASSES = 2;
    private static final int SHORTEST = 3;
    private static final int TRAINING = 160;
    private static final int VALIDATION = 90;

    @Override
    public Task task() {
        return Task.custom("tagging");
    }

    @Override
    public Dataset training() {
        return Dataset.of(series(TRAINING, new Random(43)));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(series(VALIDATION, new Random(44)));
    }

    /** Share of the valid steps whose tag is right, for outputs [N x T x 2]. */
    @Override
    public double score(NamedTensors outputs, Batch examples) {
        double[] values = outputs.first().toArray().toDoubles();
        double[] mask = mask(examples);
        long right = IntStream.range(0, mask.length)
                .filter(i -> mask[i] == 1)
                .filter(i ->
                        values[2 * i + 1] > values[2 * i] == examples.target().get(i) > 0.5)
                .count();
        return right / sum(mask);
    }

    @Override
    public double trivialScore() {
        Batch all = validation().examples(IntStream.range(0, VALIDATION).toArray());
        double[] mask = mask(all);
        double[] tags = all.target().toDoubles();
        Arrays.setAll(tags, i -> tags[i] * mask[i]);
        double share = sum(tags) / sum(mask);
        return Math.max(share, 1 - share);
    }

    private static double[] mask(Batch examples) {
        return examples.masks().get("target").toArray().toDoubles();
    }

    private static double sum(double... values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
    }

    private static Batch series(int count, Random random) {
        float[] changes = new float[count * STEPS];
        float[] mask = new float[count * STEPS];
        long[] tags = new long[count * STEPS];
        for (int row = 0; row < count; row++) {
            int length = SHORTEST + random.nextInt(STEPS - SHORTEST + 1);
            double level = 0;
            for (int at = row * STEPS; at < row * STEPS + length; at++) {
                changes[at] = (float) random.nextGaussian();
                level += changes[at];
                mask[at] = 1;
                tags[at] = level > 0 ? 1 : 0;
            }
        }
        ArrayTensor masked = ArrayTensor.ofFloats(Shape.of(count, STEPS), mask);
        return new Batch(
                NamedTensors.of("input", ArrayTensor.ofFloats(Shape.of(count, STEPS, 1), changes)),
                NamedTensors.of("target", ArrayTensor.ofLongs(Shape.of(count, STEPS), tags)),
                NamedTensors.of("input", masked).with("target", masked));
    }
}
