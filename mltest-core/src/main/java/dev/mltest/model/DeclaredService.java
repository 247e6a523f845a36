package dev.mltest.model;

import java.util.function.LongFunction;

/**
 * States that predictions are made by several threads at once.
 *
 * @param start makes from a seed what they share
 */
public record DeclaredService(LongFunction<? extends ConcurrentService> start)
        implements Declaration {}
