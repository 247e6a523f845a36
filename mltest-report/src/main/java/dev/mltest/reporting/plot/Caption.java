package dev.mltest.reporting.plot;

/**
 * What stands beside a plot.
 *
 * @param id of the plot in its page
 * @param title what is shown, in a few words
 * @param says how to read it, and what a healthy model looks like
 */
public record Caption(String id, String title, String says) {}
