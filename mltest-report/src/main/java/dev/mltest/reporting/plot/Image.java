package dev.mltest.reporting.plot;

/**
 * A picture that stands in the page itself.
 *
 * @param title what it shows
 * @param data a PNG file as a data URI
 * @param alternative what it shows, in words
 * @param width points in a row
 * @param height rows of points
 */
public record Image(String title, String data, String alternative, int width, int height) {}
