/** Whether the initial parameters let training begin. */
@NullMarked
package dev.mltest.library.initialisation;

import org.jspecify.annotations.NullMarked;
