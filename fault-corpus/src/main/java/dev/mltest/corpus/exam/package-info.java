/** Puts one program before every arm, and before its oracle. */
@NullMarked
package dev.mltest.corpus.exam;

import org.jspecify.annotations.NullMarked;
