/** M3: a multilayer perceptron predicts a quantity from readings in raw units. */
@NullMarked
package dev.mltest.corpus.regression;

import org.jspecify.annotations.NullMarked;
