/** The documentation: what it shows is what the build runs, and its links lead somewhere. */
@NullMarked
package dev.mltest.docs;

import org.jspecify.annotations.NullMarked;
