/** M1: a multilayer perceptron tells three classes of tabular rows. */
@NullMarked
package dev.mltest.corpus.tabular;

import org.jspecify.annotations.NullMarked;
