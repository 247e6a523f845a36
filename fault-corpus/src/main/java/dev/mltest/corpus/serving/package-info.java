/** M11: train, save and serve a classifier of small photographs. */
@NullMarked
package dev.mltest.corpus.serving;

import org.jspecify.annotations.NullMarked;
