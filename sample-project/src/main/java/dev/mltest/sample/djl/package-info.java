/**
 * Small models for both tasks, as anybody might write them with DJL. The code knows nothing of
 * mltest, which comes in with the tests.
 */
package dev.mltest.sample.djl;
