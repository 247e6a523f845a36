/** Ready-made checks, by theme: one claim, one final class, one file. */
@NullMarked
package dev.mltest.library;

import org.jspecify.annotations.NullMarked;
