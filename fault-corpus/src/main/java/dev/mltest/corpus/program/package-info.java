/** What a training program is, and how one small edit of it becomes a fault. */
@NullMarked
package dev.mltest.corpus.program;

import org.jspecify.annotations.NullMarked;
