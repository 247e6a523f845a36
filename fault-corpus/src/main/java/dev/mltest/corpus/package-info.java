/** The fault corpus: which programs there are. */
@NullMarked
package dev.mltest.corpus;

import org.jspecify.annotations.NullMarked;
