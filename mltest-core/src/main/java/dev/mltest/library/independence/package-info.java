/** Whether examples of a batch stay apart. */
@NullMarked
package dev.mltest.library.independence;

import org.jspecify.annotations.NullMarked;
