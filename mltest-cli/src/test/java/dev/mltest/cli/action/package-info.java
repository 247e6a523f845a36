/** The action's own scripts, run here as they are run there. */
@NullMarked
package dev.mltest.cli.action;

import org.jspecify.annotations.NullMarked;
