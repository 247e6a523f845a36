/** From what the arms said of each program to rates, intervals and the page of results. */
@NullMarked
package dev.mltest.corpus.score;

import org.jspecify.annotations.NullMarked;
