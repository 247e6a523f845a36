/** What the user's own training loop does to the model. */
@NullMarked
package dev.mltest.library.loop;

import org.jspecify.annotations.NullMarked;
