/** M7: embedded words are averaged and classified. */
@NullMarked
package dev.mltest.corpus.bags;

import org.jspecify.annotations.NullMarked;
