package dev.mltest.corpus.regression;

import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Rows;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Readings of a weather mast in raw units, and what the wind turbine beside it gives. The pipeline
 * divides each sensor by its range and maps power to [-1, 1].
 */
class Wind extends Data {

    static final int SENSORS = 5;
    static final double RATED = 40_000;

    /** Speed in m/s, direction in degrees, temperature in degrees Celsius, hPa, humidity in %. */
    static final double[] LOW = {0, 0, -10, 960, 0};

    static final double[] HIGH = {20, 360, 35, 1040, 100};

    /**
     * What was read at one time.
     *
     * @param sensors in their own units
     * @param watts power of the turbine
     */
    record Reading(double[] sensors, double watts) {}

    @Override
    public Task task() {
        return Task.regression();
    }

    @Override
    public Dataset training() {
        return dataset(readings(1000, new Random(31)));
    }

    @Override
    public Dataset validation() {
        return dataset(readings(300, new Random(32)));
    }

    @Override
    public int epochs() {
        return 12;
    }

    @Override
    public int batchSize() {
        return 32;
    }

    List<Reading> readings(int count, Random random) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] sensors = new double[SENSORS];
            for (int sensor = 0; sensor < SENSORS; sensor++) {
                sensors[sensor] = LOW[sensor] + random.nextDouble() * (HIGH[sensor] - LOW[sensor]);
            }
            readings.add(new Reading(sensors, watts(sensors, random)));
        }
        return readings;
    }

    /**
     * The turbine's power curve; it stands in the lee of a hill when the wind is from the south.
     */
    double watts(double[] sensors, Random random) {
        double speed = sensors[0] * (0.8 + 0.2 * Math.cos(Math.toRadians(sensors[1])));
        double density = sensors[3] / 1000 * 288 / (273 + sensors[2]);
        double share = Math.pow(Math.min(1, Math.max(0, speed - 3) / 11), 2) * density;
        return RATED * Math.min(1, share) + 0.02 * RATED * random.nextGaussian();
    }

    Dataset dataset(List<Reading> readings) {
        return new Dataset() {
            @Override
            public int size() {
                return readings.size();
            }

            @Override
            public Batch examples(int... indices) {
                return batch(Arrays.stream(indices).mapToObj(readings::get).toList());
            }
        };
    }

    private Batch batch(List<Reading> readings) {
        float[] targets = new float[readings.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) target(readings.get(i));
        }
        return Batch.of(
                Rows.of(readings.stream().map(this::features).toList()),
                ArrayTensor.ofFloats(Shape.of(targets.length), targets));
    }

    float[] features(Reading reading) {
        return fill(new float[SENSORS], reading);
    }

    static float[] fill(float[] features, Reading reading) {
        for (int i = 0; i < SENSORS; i++) {
            features[i] = (float) ((reading.sensors()[i] - LOW[i]) / (HIGH[i] - LOW[i]));
        }
        return features;
    }

    double target(Reading reading) {
        return 2 * reading.watts() / RATED - 1;
    }
}
