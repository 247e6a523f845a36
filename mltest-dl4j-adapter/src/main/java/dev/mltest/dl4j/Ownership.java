package dev.mltest.dl4j;

/** Whose network it is, which decides what closing does to it. */
enum Ownership {
    /** Made for this model: freed with it. */
    OURS,
    /** As before, and meant to compute every layer in double precision. */
    TWIN,
    /** The user's own: put back to where it was. */
    USERS
}
