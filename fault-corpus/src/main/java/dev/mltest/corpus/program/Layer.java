package dev.mltest.corpus.program;

/**
 * One layer, as its engine describes it.
 *
 * @param path its place, as mltest's adapters call it
 * @param kind what it does, in lower case: dense, convolution, batch-norm, activation, dropout,
 *     recurrent, embedding, other
 * @param activation the function it ends with, in lower case: relu, tanh, sigmoid, softmax,
 *     identity; empty if it is not known
 * @param dropRate share of values it drops in training
 */
public record Layer(String path, String kind, String activation, double dropRate) {}
