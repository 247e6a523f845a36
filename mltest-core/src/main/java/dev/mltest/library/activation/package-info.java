/** What becomes of the signal between the layers. */
@NullMarked
package dev.mltest.library.activation;

import org.jspecify.annotations.NullMarked;
