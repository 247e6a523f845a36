/**
 * Lets mltest examine networks of Deeplearning4j and graphs of SameDiff. Users start at
 * {@link dev.mltest.dl4j.Dl4j}.
 *
 * <p>All values that leave this package are copies on the heap.
 */
@NullMarked
package dev.mltest.dl4j;

import org.jspecify.annotations.NullMarked;
