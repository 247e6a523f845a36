package dev.mltest.testing.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the process holds outside the Java heap. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int MOST_COLLECTIONS = 20;
    private static final int PAUSE_MILLIS = 200;

    private ResidentMemory() {}

    /**
     * In MiB, once garbage collections give nothing back any more: some frameworks free what the
     * collector finds in threads of their own. 0 where the system does not tell.
     */
    static long outsideTheHeapMiB() {
        long before = Long.MAX_VALUE;
        long now = collected();
        for (int i = 0; i < MOST_COLLECTIONS && now < before; i++) {
            before = now;
            now = collected();
        }
        return now;
    }

    private static long collected() {
        System.gc();
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try (Stream<String> status = Files.lines(STATUS)) {
            long resident = status.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            return resident / 1024 - Runtime.getRuntime().totalMemory() / (1024 * 1024);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
