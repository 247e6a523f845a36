/** The language of checks: check, outcome, violation, bound, suite, runner. */
@NullMarked
package dev.mltest.check;

import org.jspecify.annotations.NullMarked;
