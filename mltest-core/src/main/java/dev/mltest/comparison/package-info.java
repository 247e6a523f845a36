/**
 * How far two tensors, or two structures of tensors, are apart, and where: the counts, the worst
 * place, the distance in units in the last place. Words are the business of whoever reports it.
 */
@NullMarked
package dev.mltest.comparison;

import org.jspecify.annotations.NullMarked;
