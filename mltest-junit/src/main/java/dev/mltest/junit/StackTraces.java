package dev.mltest.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Stack traces of the user's frames alone: without mltest's own, and without the test runner's. */
final class StackTraces {

    private static final Pattern OURS = Pattern.compile(
            "dev\\.mltest\\.(junit|check|comparison|evidence|experiment|model|relation|report|diagnosis"
                    + "|baseline|preflight|library(\\.[a-z]+)*)\\.[^.]+");
    private static final Pattern RUNNER =
            Pattern.compile("(org\\.junit\\.(jupiter|platform)|net\\.jqwik)\\..+");
    private static final Pattern PLATFORM = Pattern.compile("(java|jdk|sun)\\..+");

    private StackTraces() {}

    static <T extends Throwable> T trimmed(T thrown) {
        List<StackTraceElement> kept = new ArrayList<>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (RUNNER.matcher(frame.getClassName()).matches()) {
                dropLeadUp(kept);
                break;
            }
            if (!isOurs(frame.getClassName())) {
                kept.add(frame);
            }
        }
        thrown.setStackTrace(kept.toArray(StackTraceElement[]::new));
        return thrown;
    }

    static boolean isOurs(String className) {
        return OURS.matcher(className).matches();
    }

    /** The runner calls a test by reflection. */
    private static void dropLeadUp(List<StackTraceElement> frames) {
        while (!frames.isEmpty() && isOfPlatform(frames.get(frames.size() - 1))) {
            frames.remove(frames.size() - 1);
        }
    }

    private static boolean isOfPlatform(StackTraceElement frame) {
        return PLATFORM.matcher(frame.getClassName()).matches();
    }
}
