package dev.mltest.baseline;

import dev.mltest.model.ConfigurationException;
import dev.mltest.report.RecordFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A baseline on disk, which several threads and processes may change at the same time. */
public final class BaselineFile {

    private static final RecordFile<Baseline> FILE = new RecordFile<>(
            "mltest-baseline",
            1,
            Baseline.class,
            "baseline",
            "freeze violations anew with 'mltest freeze'");

    private BaselineFile() {}

    static Baseline read(Path file) {
        return FILE.read(file);
    }

    static void write(Path file, Baseline baseline) {
        FILE.write(file, baseline);
    }

    /**
     * Changes a file, unless nothing is different: what another has written meanwhile is kept. A
     * file that is not there counts as empty.
     *
     * @return what it holds from now on
     * @throws ConfigurationException if it holds something else
     * @throws UncheckedIOException if it cannot be written
     */
    public static synchronized Baseline update(Path file, UnaryOperator<Baseline> change) {
        try (FileChannel channel = FileChannel.open(
                        lock(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assert held.isValid();
            Baseline before = Files.exists(file) ? read(file) : Baseline.empty();
            Baseline after = change.apply(before);
            if (!after.equals(before)) {
                after.write(file);
            }
            return after;
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot change " + file, refused);
        }
    }

    /**
     * Not the file itself, which is replaced and would take its lock with it; and not beside it,
     * where it would litter the sources.
     */
    private static Path lock(Path file) {
        String whose =
                System.getProperty("user.name") + "\n" + file.toAbsolutePath().normalize();
        UUID name = UUID.nameUUIDFromBytes(whose.getBytes(StandardCharsets.UTF_8));
        return Path.of(System.getProperty("java.io.tmpdir"), "mltest-" + name + ".lock");
    }
}
