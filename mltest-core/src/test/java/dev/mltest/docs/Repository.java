package dev.mltest.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The files of the repository, without what a build or a tool has left there. */
final class Repository {

    static final Path ROOT = Path.of("..");

    private static final List<Path> FILES = walk();

    private Repository() {}

    static List<Page> pages() {
        return files(name -> name.endsWith(".md")).stream().map(Page::read).toList();
    }

    static Page page(String path) {
        return Page.read(ROOT.resolve(path));
    }

    /** Those whose path within the repository, with slashes, is accepted. */
    static List<Path> files(Predicate<String> path) {
        return FILES.stream().filter(file -> path.test(within(file))).toList();
    }

    /** A path as seen from the root, with slashes. */
    static String within(Path file) {
        return ROOT.relativize(file.normalize()).toString().replace('\\', '/');
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> walk() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes seen) {
                    return isSkipped(directory)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files.stream().sorted().toList();
    }

    private static boolean isSkipped(Path directory) {
        String name = directory.getFileName().toString();
        boolean isHidden = name.startsWith(".") && !name.equals("..") && !name.equals(".github");
        return isHidden || name.equals("target") || name.equals("node_modules");
    }
}
