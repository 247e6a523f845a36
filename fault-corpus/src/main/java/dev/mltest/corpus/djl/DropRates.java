package dev.mltest.corpus.djl;

import ai.djl.nn.Block;
import ai.djl.nn.norm.Dropout;

import java.lang.reflect.Field;

/** Reads the rate of a dropout layer, which DJL keeps to itself. */
final class DropRates {

    private DropRates() {}

    static double of(Block dropout) {
        try {
            Field rate = Dropout.class.getDeclaredField("rate");
            rate.setAccessible(true);
            return rate.getFloat(dropout);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DJL's dropout has no field 'rate' any more", e);
        }
    }
}
