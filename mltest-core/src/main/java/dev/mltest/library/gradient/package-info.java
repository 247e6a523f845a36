/** Whether gradients arrive. */
@NullMarked
package dev.mltest.library.gradient;

import org.jspecify.annotations.NullMarked;
