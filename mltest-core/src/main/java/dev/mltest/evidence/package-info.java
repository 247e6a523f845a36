/** Immutable records of what was seen, and how to ask for them. */
@NullMarked
package dev.mltest.evidence;

import org.jspecify.annotations.NullMarked;
