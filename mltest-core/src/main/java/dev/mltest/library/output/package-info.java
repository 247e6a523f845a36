/** Whether inputs reach the outputs, and outputs fit what they are compared with. */
@NullMarked
package dev.mltest.library.output;

import org.jspecify.annotations.NullMarked;
