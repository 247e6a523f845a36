/** mltest beside other tools, on the same models and in the same run. */
@NullMarked
package dev.mltest.benchmark;

import org.jspecify.annotations.NullMarked;
