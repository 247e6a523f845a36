/**
 * What a user adds: {@link dev.mltest.junit.MLTest @MLTest} for JUnit Jupiter,
 * {@link dev.mltest.junit.SanityChecks} as a ready-made test class, and the AssertJ entry point
 * {@link dev.mltest.junit.MltestAssertions#assertThat}.
 *
 * <p>A claim that does not hold fails the test; what could not be examined aborts it; misuse fails
 * it with a message that starts with {@code configuration:}. Needs JUnit 5.13 or later.
 */
@NullMarked
package dev.mltest.junit;

import org.jspecify.annotations.NullMarked;
