/**
 * What every adapter has to do, as JUnit tests. Extend
 * {@link dev.mltest.testing.contract.AdapterContract} in the tests of an adapter; see
 * docs/how-to/write-an-adapter.md. Published in core's test-jar.
 */
package dev.mltest.testing.contract;
