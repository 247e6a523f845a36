/** What training mode does that inference mode does not. */
@NullMarked
package dev.mltest.library.mode;

import org.jspecify.annotations.NullMarked;
