package dev.mltest.sample;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a whole suite again and again in one JVM and prints how much memory the process holds, for
 * seeing that nothing native is left behind. Argument: how often. Linux only.
 */
public final class Soak {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Soak() {}

    /** Prints the number of runs and the resident set in KiB, fifty times over the whole. */
    public static void main(String[] arguments) throws IOException {
        int runs = Integer.parseInt(arguments[0]);
        ModelUnderTest model = new LanguageIdentifierTest().model();
        for (int run = 1; run <= runs; run++) {
            try (Laboratory laboratory = new Laboratory(model)) {
                new CheckRunner(laboratory, Budget.unlimited()).run(DefaultChecks.suite(), run);
            }
            if (run % Math.max(1, runs / 50) == 0) {
                System.out.println(run + "\t" + residentKibibytes());
            }
        }
    }

    private static String residentKibibytes() throws IOException {
        System.gc();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("?");
    }
}
