package dev.mltest.relation;

import dev.mltest.model.Declaration;

/**
 * Asks for one case of a relation alone, to see a failure again.
 *
 * @param number of the case, as the failure names it
 */
public record OnlyCase(int number) implements Declaration {}
