package dev.mltest.model;

/**
 * What computed the numbers.
 *
 * @param framework name and version, for example {@code DJL 0.35.1}
 * @param engine the numerical backend, for example {@code PyTorch 2.7.1}
 * @param device where it ran
 */
public record Provenance(String framework, String engine, Device device) {

    /** One line for a report. */
    @Override
    public String toString() {
        return engine.isEmpty()
                ? framework + ", " + device
                : framework + ", " + engine + ", " + device;
    }
}
