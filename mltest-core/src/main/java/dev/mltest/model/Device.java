package dev.mltest.model;

import java.util.Locale;

/**
 * Where a model computes.
 *
 * @param kind processor or accelerator
 * @param index which one, from 0
 */
public record Device(Kind kind, int index) {

    /** Kinds of device. */
    public enum Kind {
        /** The host's processor. */
        CPU,
        /** A CUDA accelerator. */
        GPU
    }

    /** The host's processor. */
    public static Device cpu() {
        return new Device(Kind.CPU, 0);
    }

    /** The accelerator of this index. */
    public static Device gpu(int index) {
        return new Device(Kind.GPU, index);
    }

    /**
     * Reads {@code cpu}, {@code gpu} or {@code gpu:1}.
     *
     * @throws ConfigurationException if it is none of these
     */
    public static Device parse(String text) {
        if (text.equalsIgnoreCase("cpu")) {
            return cpu();
        }
        if (text.toLowerCase(Locale.ROOT).matches("gpu(:\\d{1,3})?")) {
            return gpu(text.length() > 3 ? Integer.parseInt(text.substring(4)) : 0);
        }
        throw new ConfigurationException(
                "unknown device '%s'; write cpu, gpu or gpu:<index>".formatted(text));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind == Kind.CPU ? "cpu" : "gpu:" + index;
    }
}
