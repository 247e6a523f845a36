/**
 * From violated checks to their likely causes: what a pattern of violations suggests is confirmed
 * or refuted by an experiment of its own.
 */
@NullMarked
package dev.mltest.diagnosis;

import org.jspecify.annotations.NullMarked;
