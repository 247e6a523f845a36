/** M5: self-attention over tokens classifies reviews or continues phrases. */
@NullMarked
package dev.mltest.corpus.language;

import org.jspecify.annotations.NullMarked;
