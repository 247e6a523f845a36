/** Reports that people look at, made from recorded verdicts and evidence. */
@NullMarked
package dev.mltest.reporting;

import org.jspecify.annotations.NullMarked;
