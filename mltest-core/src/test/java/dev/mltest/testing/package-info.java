/**
 * The ladder in plain Java: small dense networks with hand-written gradients, correct and faulty,
 * so that core is tested without any framework. Published in core's test-jar.
 */
package dev.mltest.testing;
