/** Outcomes and evidence as text and as files; the only place that formats. */
@NullMarked
package dev.mltest.report;

import org.jspecify.annotations.NullMarked;
