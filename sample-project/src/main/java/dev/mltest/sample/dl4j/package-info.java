/**
 * The models once more, as anybody might write them with Deeplearning4j. The code knows nothing of
 * mltest, which comes in with the tests.
 */
package dev.mltest.sample.dl4j;
