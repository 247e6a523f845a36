/** Transformations of inputs, and what must hold between f(x) and f(t(x)). */
@NullMarked
package dev.mltest.relation;

import org.jspecify.annotations.NullMarked;
