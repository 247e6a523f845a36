package dev.mltest.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies outside the heap. */
final class Native {

    private Native() {}

    /** ND4J frees what the collector finds in threads of its own. */
    private static void collect() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Resident memory of the process less the committed heap, after a collection. */
    static long residentMiB() {
        collect();
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            long resident = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
            return (resident >> 10) - (Runtime.getRuntime().totalMemory() >> 20);
        } catch (IOException e) {
            return 0;
        }
    }
}
