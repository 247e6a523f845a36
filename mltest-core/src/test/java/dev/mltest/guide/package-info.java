/** The code that the pages under docs show and that needs no framework. */
@NullMarked
package dev.mltest.guide;

import org.jspecify.annotations.NullMarked;
