/** The sanity run: all checks at the top of a training program, without any test runner. */
@NullMarked
package dev.mltest.preflight;

import org.jspecify.annotations.NullMarked;
