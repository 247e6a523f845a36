/** What may be changed about a training to find out why it fails. */
@NullMarked
package dev.mltest.experiment.treatment;

import org.jspecify.annotations.NullMarked;
