/**
 * The optional bridge to jqwik: {@link dev.mltest.junit.jqwik.MltestArbitraries arbitraries} of
 * tensors, batches, masks and transformations, which shrink and have edge cases as jqwik's own do.
 *
 * <p>Needs {@code net.jqwik:jqwik} 1.9.3 beside mltest. jqwik is a test engine of its own, beside
 * Jupiter: in a {@code @Property} there is no {@link dev.mltest.junit.MLTest} around, and
 * {@link dev.mltest.junit.MltestAssertions#assertThat assertThat(model)} works as in a plain
 * {@code @Test}.
 */
@NullMarked
package dev.mltest.junit.jqwik;

import org.jspecify.annotations.NullMarked;
