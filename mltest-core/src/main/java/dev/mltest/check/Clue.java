package dev.mltest.check;

/**
 * A measured side fact that narrows the cause of a violation; never a guess.
 *
 * @param fact one sentence without a full stop
 */
public record Clue(String fact) {}
