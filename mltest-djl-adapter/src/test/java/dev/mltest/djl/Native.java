package dev.mltest.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much native memory is in use. */
final class Native {

    private Native() {}

    /** Arrays that anybody in this JVM holds. */
    static int arrays() {
        try (NDManager manager = Engine.getInstance().newBaseManager()) {
            return manager.getParentManager().getManagedArrays().size();
        }
    }

    /** Resident memory outside the Java heap in MiB, or 0 where the system does not tell. */
    static long residentMiB() {
        System.gc();
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            long resident = status.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            return resident / 1024 - Runtime.getRuntime().totalMemory() / (1024 * 1024);
        } catch (IOException e) {
            return 0;
        }
    }
}
