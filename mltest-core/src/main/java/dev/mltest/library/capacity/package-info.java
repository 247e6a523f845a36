/** Whether the model can learn at all. */
@NullMarked
package dev.mltest.library.capacity;

import org.jspecify.annotations.NullMarked;
