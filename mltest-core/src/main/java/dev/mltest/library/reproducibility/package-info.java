/** The same seed gives the same run, another seed another. */
@NullMarked
package dev.mltest.library.reproducibility;

import org.jspecify.annotations.NullMarked;
