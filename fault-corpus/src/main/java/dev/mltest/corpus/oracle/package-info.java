/** Shows that a fault is one, by the engine itself and without mltest. */
@NullMarked
package dev.mltest.corpus.oracle;

import org.jspecify.annotations.NullMarked;
