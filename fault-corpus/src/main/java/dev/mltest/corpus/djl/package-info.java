/** Programs written with the Deep Java Library. */
@NullMarked
package dev.mltest.corpus.djl;

import org.jspecify.annotations.NullMarked;
