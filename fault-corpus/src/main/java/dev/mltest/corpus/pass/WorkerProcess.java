package dev.mltest.corpus.pass;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** One {@link Worker} in its process. */
final class WorkerProcess implements AutoCloseable {

    private static final int LAST_WORDS = 15;

    private final Process process;
    private final Thread end;
    private final BufferedWriter orders;
    private final BufferedReader lines;

    private WorkerProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** Starts one, with the options of this process. */
    static WorkerProcess start(Path folder, Selection selection, boolean afterCrash) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC")); // the other processors are taken
        command.add("-D" + Marker.AFTER_CRASH + "=" + afterCrash);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Worker.class.getName(), folder.toString()));
        command.addAll(selection.arguments());
        try {
            return new WorkerProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process to work in", e);
        }
    }

    /** Has a program examined; false if the process ended before it was done. */
    boolean examine(String key, Consumer<String> shown) {
        Deque<String> last = new ArrayDeque<>();
        try {
            orders.write(key + "\n");
            orders.flush();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Worker.DONE)) {
                    shown.accept(line);
                    return true;
                }
                remember(line, last);
            }
        } catch (IOException broken) {
            remember(broken.toString(), last);
        }
        last.forEach(shown);
        return false;
    }

    /** Engines talk; their last words count only if they were the last. */
    private static void remember(String line, Deque<String> last) {
        if (last.size() == LAST_WORDS) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    @Override
    public void close() {
        try {
            orders.close();
            process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IOException alreadyEnded) {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
