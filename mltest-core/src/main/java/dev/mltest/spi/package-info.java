/** How an adapter makes itself known. */
@NullMarked
package dev.mltest.spi;

import org.jspecify.annotations.NullMarked;
