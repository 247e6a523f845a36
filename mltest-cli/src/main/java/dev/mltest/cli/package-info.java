/** The command line. */
@NullMarked
package dev.mltest.cli;

import org.jspecify.annotations.NullMarked;
