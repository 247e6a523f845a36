package dev.mltest.corpus.autoencoder;

import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Rows;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Twelve samples of a sum of two waves whose heights and phases differ; to be given back. */
class Waves extends Data {

    static final int SAMPLES = 12;

    @Override
    public Task task() {
        return Task.reconstruction();
    }

    @Override
    public Dataset training() {
        return Dataset.of(examples(waves(480, new Random(61))));
    }

    @Override
    public Dataset validation() {
        return Dataset.of(examples(waves(160, new Random(62))));
    }

    @Override
    public int epochs() {
        return 15;
    }

    @Override
    public int batchSize() {
        return 24;
    }

    Batch examples(List<float[]> waves) {
        ArrayTensor rows = Rows.of(waves);
        return Batch.of(rows, rows);
    }

    private static List<float[]> waves(int count, Random random) {
        List<float[]> waves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waves.add(wave(random));
        }
        return waves;
    }

    private static float[] wave(Random random) {
        double first = 0.5 + random.nextDouble();
        double second = random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        double other = 2 * Math.PI * random.nextDouble();
        float[] wave = new float[SAMPLES];
        for (int t = 0; t < SAMPLES; t++) {
            double angle = 2 * Math.PI * t / SAMPLES;
            wave[t] = (float) (first * Math.sin(angle + phase)
                    + second * Math.sin(2 * angle + other)
                    + 0.05 * random.nextGaussian());
        }
        return wave;
    }
}
