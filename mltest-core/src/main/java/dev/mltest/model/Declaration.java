package dev.mltest.model;

/**
 * Something the user states about a model that cannot be seen from outside: what is frozen, which
 * symmetry it has. Each declaration opens more checks.
 */
public interface Declaration {}
