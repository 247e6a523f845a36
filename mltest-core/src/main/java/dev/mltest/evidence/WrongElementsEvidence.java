package dev.mltest.evidence;

/**
 * Where in a tensor its gradient is wrong, found by moving halves, and halves of halves.
 *
 * @param first index of the first element of the smallest part that is wrong by itself
 * @param count how many elements that part has; all of them, if both halves are wrong
 * @param slope along a direction within that part
 */
public record WrongElementsEvidence(long first, long count, Slope slope) implements Evidence {}
