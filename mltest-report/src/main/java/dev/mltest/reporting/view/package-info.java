/** What a report shows, in whichever form. */
@NullMarked
package dev.mltest.reporting.view;

import org.jspecify.annotations.NullMarked;
