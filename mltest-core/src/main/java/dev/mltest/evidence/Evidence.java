package dev.mltest.evidence;

/**
 * What an experiment saw of one model under one seed. Implementations are records of plain values,
 * strings, lists and other such records, so that they can be written to JSON and read back bit for
 * bit.
 */
public interface Evidence {}
