/**
 * The place of the Deeplearning4j adapter, which is still to come.
 *
 * <p>It will let mltest reach a Deeplearning4j network the way the DJL adapter reaches a DJL model:
 * outputs, loss, gradients and parameters by stable paths, training steps that can be rolled back,
 * and seeds. It will see only {@code mltest-core}, take Deeplearning4j at {@code provided} scope,
 * and pass the adapter contract published in the test-jar of core. Until then this package is
 * empty.
 */
@NullMarked
package dev.mltest.dl4j;

import org.jspecify.annotations.NullMarked;
