/** M10: a layer and a loss written by hand tell classes by learnt prototypes. */
@NullMarked
package dev.mltest.corpus.custom;

import org.jspecify.annotations.NullMarked;
