/** The questions that can be put to a model, and the laboratory that asks each of them once. */
@NullMarked
package dev.mltest.experiment;

import org.jspecify.annotations.NullMarked;
