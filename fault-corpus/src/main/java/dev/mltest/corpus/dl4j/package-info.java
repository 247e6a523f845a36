/** Programs written with Deeplearning4j. */
@NullMarked
package dev.mltest.corpus.dl4j;

import org.jspecify.annotations.NullMarked;
