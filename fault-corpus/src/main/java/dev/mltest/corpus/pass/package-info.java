/** Puts every program before every arm, and keeps what came of it. */
@NullMarked
package dev.mltest.corpus.pass;

import org.jspecify.annotations.NullMarked;
