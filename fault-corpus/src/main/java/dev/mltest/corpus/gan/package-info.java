/** M8: a generator and a discriminator in one model. */
@NullMarked
package dev.mltest.corpus.gan;

import org.jspecify.annotations.NullMarked;
