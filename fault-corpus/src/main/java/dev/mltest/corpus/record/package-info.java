/** What is recorded while a program trains, for rules that look at trainings. */
@NullMarked
package dev.mltest.corpus.record;

import org.jspecify.annotations.NullMarked;
