/** M2: a small convolutional network tells three figures in 12x12 colour pictures. */
@NullMarked
package dev.mltest.corpus.images;

import org.jspecify.annotations.NullMarked;
