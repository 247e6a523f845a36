/** What an optimiser step does to the parameters. */
@NullMarked
package dev.mltest.library.step;

import org.jspecify.annotations.NullMarked;
