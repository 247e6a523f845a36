/**
 * Data that every JDK carries, for two small tasks: which language a name is written in, and which
 * shape a picture shows.
 */
package dev.mltest.sample;
