package dev.mltest.corpus.program;

/**
 * What an oracle found.
 *
 * @param confirmed whether the edited program is what it is said to be
 * @param evidence what was measured on the edited program and on its twin, as a sentence
 */
public record Confirmation(boolean confirmed, String evidence) {}
