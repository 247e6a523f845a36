/** What the arms said of each program, and its place on disk. */
@NullMarked
package dev.mltest.corpus.result;

import org.jspecify.annotations.NullMarked;
