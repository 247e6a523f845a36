/** M9: a pretrained backbone is frozen and gets a new head. */
@NullMarked
package dev.mltest.corpus.finetuning;

import org.jspecify.annotations.NullMarked;
