/** What judges programs: mltest, and the rules that other tools publish. They see evidence only. */
@NullMarked
package dev.mltest.corpus.arm;

import org.jspecify.annotations.NullMarked;
