/** Violations that are known and accepted for a while. */
@NullMarked
package dev.mltest.baseline;

import org.jspecify.annotations.NullMarked;
