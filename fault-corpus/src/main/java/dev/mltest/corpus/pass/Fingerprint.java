package dev.mltest.corpus.pass;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether a result is of the code at hand, by two digests. One is of what a program is and
 * how it is recorded: mltest's models and adapters, what the programs share, and its own carrier.
 * The other is of mltest's checks, which the published rules do not use. How passes are run and
 * scored changes no result.
 */
final class Fingerprint {

    private static final String OURS = "dev/mltest/";
    private static final List<String> APART =
            List.of("dev/mltest/corpus/pass/", "dev/mltest/corpus/score/");
    private static final List<String> CHECKS = List.of(
            "dev/mltest/check/",
            "dev/mltest/corpus/arm/CheckProperties",
            "dev/mltest/corpus/arm/MltestArm",
            "dev/mltest/diagnosis/",
            "dev/mltest/evidence/",
            "dev/mltest/experiment/",
            "dev/mltest/library/",
            "dev/mltest/relation/",
            "dev/mltest/report/");

    private final Map<String, byte[]> digests = new TreeMap<>();
    private final Set<String> carriers;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final String checks;

    /** Reads the classes on the class path. */
    Fingerprint() {
        carriers = Corpus.carrierPackages().stream()
                .map(name -> name.replace('.', '/') + "/")
                .collect(Collectors.toSet());
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            read(Path.of(place));
        }
        checks = digest(Fingerprint::isOfChecks);
    }

    /** The fingerprint of mltest's checks. */
    String ofChecks() {
        return checks;
    }

    /** The fingerprint of one program. */
    String of(Entry entry) {
        String own = entry.program().getClass().getPackageName().replace('.', '/') + "/";
        return known.computeIfAbsent(own, carrier -> digest(name -> decides(name, carrier)));
    }

    private boolean decides(String name, String own) {
        boolean foreign = carriers.stream().anyMatch(name::startsWith) && !name.startsWith(own);
        return !foreign && !isOfChecks(name) && APART.stream().noneMatch(name::startsWith);
    }

    private static boolean isOfChecks(String name) {
        return CHECKS.stream().anyMatch(name::startsWith);
    }

    private String digest(Predicate<String> which) {
        MessageDigest digest = sha256();
        digests.forEach((name, bytes) -> {
            if (which.test(name)) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private void read(Path place) {
        try {
            if (Files.isDirectory(place)) {
                readFolder(place);
            } else if (place.getFileName().toString().startsWith("mltest")
                    || place.getFileName().toString().startsWith("fault-corpus")) {
                readJar(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
            add(name, Files.readAllBytes(file));
        }
    }

    private void readJar(Path place) throws IOException {
        try (JarFile jar = new JarFile(place.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    add(entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    private void add(String name, byte[] content) {
        if (name.startsWith(OURS) && (name.endsWith(".class"))) {
            digests.put(name, sha256().digest(content));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
