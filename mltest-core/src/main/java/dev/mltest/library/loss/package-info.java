/** Whether the loss is the one the task calls for. */
@NullMarked
package dev.mltest.library.loss;

import org.jspecify.annotations.NullMarked;
