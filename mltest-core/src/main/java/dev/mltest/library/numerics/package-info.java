/** Whether numbers stay finite and accurate. */
@NullMarked
package dev.mltest.library.numerics;

import org.jspecify.annotations.NullMarked;
