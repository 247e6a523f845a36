package dev.mltest.model;

import java.util.function.Supplier;

/**
 * States who can describe this very model in another process.
 *
 * @param description a class with a constructor without parameters
 */
public record RebuiltBy(Class<? extends Supplier<ModelUnderTest>> description)
        implements Declaration {}
