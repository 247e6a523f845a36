/** What earlier runs said, and what has changed since. */
@NullMarked
package dev.mltest.reporting.history;

import org.jspecify.annotations.NullMarked;
