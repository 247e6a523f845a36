/**
 * Models of the Deep Java Library as mltest sees them. {@link dev.mltest.djl.Djl} is where users
 * start.
 */
@NullMarked
package dev.mltest.djl;

import org.jspecify.annotations.NullMarked;
