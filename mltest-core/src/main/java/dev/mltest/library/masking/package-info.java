/** Checks of padding, masks and causality, as they are declared. */
@NullMarked
package dev.mltest.library.masking;

import org.jspecify.annotations.NullMarked;
