/**
 * Two small DJL models on data that every JDK carries: which language a name is written in, and
 * which shape a picture shows. The code is what any DJL user would write; it knows nothing of
 * mltest, which comes in with the tests.
 */
package dev.mltest.sample;
