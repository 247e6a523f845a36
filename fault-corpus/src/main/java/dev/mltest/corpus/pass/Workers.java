package dev.mltest.corpus.pass;

import dev.mltest.corpus.program.Engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the worker of one engine to its end, with a new process after each that crashed. */
final class Workers implements Runnable {

    private static final int MOST_CRASHES = 20;

    private final Engine engine;
    private final Path folder;
    private final Selection selection;
    private final Consumer<String> lines;

    Workers(Engine engine, Path folder, Selection selection, Consumer<String> lines) {
        this.engine = engine;
        this.folder = folder;
        this.selection = selection;
        this.lines = lines;
    }

    @Override
    public void run() {
        boolean afterCrash = false;
        for (int crashes = 0; crashes <= MOST_CRASHES; crashes++) {
            int exit = runOne(afterCrash);
            if (exit == 0) {
                return;
            }
            lines.accept(
                    "the process of %s ended with %d; going on behind it".formatted(engine, exit));
            afterCrash = true;
        }
        throw new IllegalStateException(
                "the process of %s ended %d times".formatted(engine, MOST_CRASHES + 1));
    }

    private int runOne(boolean afterCrash) {
        try {
            Process process = new ProcessBuilder(command(afterCrash))
                    .redirectErrorStream(true)
                    .start();
            Thread end = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(end);
            try (BufferedReader reader = new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines);
            }
            int exit = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return exit;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process for " + engine, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<String> command(boolean afterCrash) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Xmx1g");
        command.add("-D" + Marker.AFTER_CRASH + "=" + afterCrash);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Worker.class.getName(), engine.name(), folder.toString()));
        command.addAll(selection.arguments());
        return command;
    }
}
