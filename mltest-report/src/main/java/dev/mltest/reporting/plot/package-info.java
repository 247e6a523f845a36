/** What people would rather look at: recorded evidence as plots and pictures. */
@NullMarked
package dev.mltest.reporting.plot;

import org.jspecify.annotations.NullMarked;
