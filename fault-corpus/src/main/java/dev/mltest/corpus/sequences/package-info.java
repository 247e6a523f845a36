/** M4: an LSTM tells, or tags, series of varying length. */
@NullMarked
package dev.mltest.corpus.sequences;

import org.jspecify.annotations.NullMarked;
