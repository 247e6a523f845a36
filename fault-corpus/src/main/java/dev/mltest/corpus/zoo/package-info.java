/** Ready-made networks of both frameworks' model zoos, which nobody of this project wrote. */
@NullMarked
package dev.mltest.corpus.zoo;

import org.jspecify.annotations.NullMarked;
