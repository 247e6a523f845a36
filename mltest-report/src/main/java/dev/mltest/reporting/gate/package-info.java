/** Whether a run may pass, and how continuous integration is told. */
@NullMarked
package dev.mltest.reporting.gate;

import org.jspecify.annotations.NullMarked;
