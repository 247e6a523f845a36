/** Reports as HTML, Markdown and JSON. */
@NullMarked
package dev.mltest.reporting.page;

import org.jspecify.annotations.NullMarked;
