package dev.mltest.cli.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Artifacts of one workflow run, and caches, in a directory. */
final class Storage {

    private final Path directory;
    private final Map<String, Path> artifacts = new TreeMap<>();
    private final Map<String, Path> caches = new LinkedHashMap<>();

    Storage(Path directory) {
        this.directory = directory;
    }

    Map<String, Path> artifacts() {
        return artifacts;
    }

    /** Keys, oldest first. */
    Map<String, Path> caches() {
        return caches;
    }

    void use(String action, Map<String, String> with, Path workspace) throws IOException {
        Path path = workspace.resolve(with.getOrDefault("path", "").strip());
        switch (action) {
            case "actions/upload-artifact" -> keep(with.get("name"), path, artifacts);
            case "actions/cache/save" -> keep(with.get("key"), path, caches);
            case "actions/download-artifact" -> download(with.get("pattern"), path);
            case "actions/cache/restore" -> restore(with.get("restore-keys"), path);
            default -> {}
        }
    }

    private void keep(String name, Path from, Map<String, Path> kept) throws IOException {
        if (!Files.isDirectory(from)) {
            throw new IOException("nothing to keep at " + from);
        }
        Path to = directory.resolve("stored" + (artifacts.size() + caches.size()));
        copy(from, to);
        try (Stream<Path> files = Files.list(to)) {
            if (files.findAny().isPresent()) {
                kept.put(name, to);
            }
        }
    }

    private void download(String pattern, Path to) throws IOException {
        String prefix = pattern.substring(0, pattern.indexOf('*'));
        for (Map.Entry<String, Path> artifact : artifacts.entrySet()) {
            if (artifact.getKey().startsWith(prefix)) {
                copy(artifact.getValue(), to.resolve(artifact.getKey()));
            }
        }
    }

    /** The youngest cache of the first prefix that has any. */
    private void restore(String prefixes, Path to) throws IOException {
        for (String prefix : prefixes.strip().split("\\s+")) {
            Path youngest = null;
            for (Map.Entry<String, Path> cache : caches.entrySet()) {
                youngest = cache.getKey().startsWith(prefix) ? cache.getValue() : youngest;
            }
            if (youngest != null) {
                copy(youngest, to);
                return;
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyOne(Path file, Path to) {
        try {
            Files.createDirectories(to.getParent());
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else {
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
