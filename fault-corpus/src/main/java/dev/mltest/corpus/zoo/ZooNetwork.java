package dev.mltest.corpus.zoo;

import dev.mltest.model.ModelUnderTest;

import java.util.function.Supplier;

/**
 * A ready-made network with random weights.
 *
 * @param model as a user describes it to mltest
 * @param training the same in plain engine code, for timing a bare training step
 */
record ZooNetwork(ModelUnderTest model, Supplier<BareTraining> training) {}
