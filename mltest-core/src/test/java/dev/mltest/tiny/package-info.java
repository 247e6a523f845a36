/**
 * A framework of a few hundred lines and its adapter: what docs/how-to/write-an-adapter.md asks
 * for, at its smallest. {@code TinyNet}, its layers, weights and losses are the framework and know
 * nothing of mltest.
 */
package dev.mltest.tiny;
