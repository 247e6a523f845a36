/** A framework of a few pages, and an adapter for it as docs/how-to/write-an-adapter.md tells. */
package dev.mltest.tiny;
