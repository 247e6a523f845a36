package dev.mltest.corpus.regression;

import dev.mltest.model.Dataset;

import java.util.List;
import java.util.Random;

/** Two dozen readings of a turbine in gusty wind. */
class FewReadings extends Wind {

    @Override
    public Dataset training() {
        return dataset(readings(24, new Random(33)));
    }

    @Override
    public int epochs() {
        return 100;
    }

    @Override
    public int batchSize() {
        return 12;
    }

    @Override
    List<Reading> readings(int count, Random random) {
        return super.readings(count, random).stream()
                .map(reading -> new Reading(
                        reading.sensors(), reading.watts() + 0.2 * RATED * random.nextGaussian()))
                .toList();
    }
}
