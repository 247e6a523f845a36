package dev.mltest.reporting.gate;

import dev.mltest.model.SourceLine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where sources stand in a repository, which may have several modules. */
public final class SourceRoots {

    private static final Pattern FOLDER =
            Pattern.compile("src/[^/]+/(java|kotlin|scala|groovy)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SKIPPED =
            Pattern.compile("\\.[^/]+|target|build|out|bin|node_modules");

    private final Path repository;
    private final Set<Path> folders = new TreeSet<>();

    private SourceRoots(Path repository) {
        this.repository = repository.toAbsolutePath().normalize();
    }

    /**
     * Looks for folders such as {@code src/test/java}.
     *
     * @param repository its root, which paths are relative to
     * @param roots folders of sources, or folders that have such anywhere below them
     */
    public static SourceRoots of(Path repository, List<Path> roots) {
        SourceRoots found = new SourceRoots(repository);
        for (Path root : roots) {
            Path folder = root.toAbsolutePath().normalize();
            found.folders.add(folder);
            if (Files.isDirectory(folder)) {
                found.search(folder);
            }
        }
        return found;
    }

    /** The file that has this line, below the repository; nothing if none or several do. */
    public Optional<String> fileOf(SourceLine line) {
        List<Path> files = folders.stream()
                .map(folder -> folder.resolve(line.path()).normalize())
                .filter(Files::isRegularFile)
                .distinct()
                .filter(file -> file.startsWith(repository))
                .toList();
        return files.size() == 1
                ? Optional.of(repository.relativize(files.get(0)).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private void search(Path root) {
        try {
            Files.walkFileTree(root, new Search(root));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look for sources in " + root, unreadable);
        }
    }

    private final class Search extends SimpleFileVisitor<Path> {

        private final Path root;

        Search(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (isSourceFolder(folder)) {
                folders.add(folder);
                return FileVisitResult.SKIP_SUBTREE;
            }
            boolean skipped = !folder.equals(root)
                    && SKIPPED.matcher(folder.getFileName().toString()).matches();
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private boolean isSourceFolder(Path folder) {
            int names = folder.getNameCount();
            return names >= 3
                    && FOLDER.matcher(
                                    folder.subpath(names - 3, names).toString().replace('\\', '/'))
                            .matches();
        }
    }
}
