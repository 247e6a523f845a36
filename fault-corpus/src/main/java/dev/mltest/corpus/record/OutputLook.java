package dev.mltest.corpus.record;

/**
 * What the model put out in inference mode, over training examples.
 *
 * @param all all elements
 * @param width numbers for each example
 * @param smallestSum of the sums over the last axis
 * @param largestSum of the sums over the last axis
 * @param constantColumns share of the outputs that are the same for every example
 */
public record OutputLook(
        Spread all, long width, double smallestSum, double largestSum, double constantColumns) {}
