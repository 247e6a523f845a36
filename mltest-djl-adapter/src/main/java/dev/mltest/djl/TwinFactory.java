package dev.mltest.djl;

import dev.mltest.model.Differentiable;

/** Makes the same model with the same parameter values in double precision. */
@FunctionalInterface
interface TwinFactory {

    /**
     * The twin of a network.
     *
     * @throws dev.mltest.model.NotAvailableException if it cannot be made
     */
    Differentiable inDoublePrecision(Network original);
}
