package dev.mltest.evidence;

/**
 * Along how many directions examples differ. Each share is that part of the variance between
 * examples which does not lie along their main direction: 0 if they all stand on one line, NaN if
 * they do not differ or not each example has a row of its own.
 *
 * @param examples how many examples were shown
 * @param inputs share beside the main direction of the inputs; the largest, if there are several
 * @param outputs share of the scores at the output
 */
public record DirectionsEvidence(int examples, double inputs, double outputs) implements Evidence {}
