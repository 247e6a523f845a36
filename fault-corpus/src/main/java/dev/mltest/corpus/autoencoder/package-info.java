/** M6: an autoencoder compresses waves. */
@NullMarked
package dev.mltest.corpus.autoencoder;

import org.jspecify.annotations.NullMarked;
