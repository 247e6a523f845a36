package dev.mltest.corpus.tabular;

import java.util.Random;

/** Rows of which the direction counts, in three sectors; some records are empty. */
class UnitRows extends Tabular {

    @Override
    float[] draw(Random random) {
        float[] features = super.draw(random);
        return random.nextInt(40) == 0 ? new float[FEATURES] : features;
    }

    @Override
    long classOf(float[] features) {
        return (long) Math.floor((Math.atan2(features[0], features[1]) / Math.PI + 1) * 1.499);
    }
}
