package dev.mltest.evidence;

/**
 * One question and what came back, as it goes to a file.
 *
 * @param question the question's id
 * @param seed the seed it was asked under
 * @param answer what came back
 */
public record Recorded(String question, long seed, Answer<?> answer) {}
