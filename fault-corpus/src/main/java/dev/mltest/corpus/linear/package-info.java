/** M12: softmax regression and linear regression. */
@NullMarked
package dev.mltest.corpus.linear;

import org.jspecify.annotations.NullMarked;
