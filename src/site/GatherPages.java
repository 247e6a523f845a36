import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the pages of the repository to where the site plugin looks for them. The plugin names
 * headings in its own way, so each gets the anchor that GitHub gives it as well; the README becomes
 * the first page; other files that a page links to come along.
 *
 * <p>Arguments: the root of the repository, and the folder to write.
 */
final class GatherPages {

    private static final Pattern HEADING = Pattern.compile("#{2,6} +(.*)");
    private static final Pattern LINK = Pattern.compile("(\\]\\(|^\\[[^\\]]+\\]: )([^)\\s#:]+)(#[^)\\s]*)?");
    private static final Set<String> SKIPPED = Set.of("target", "node_modules");

    private final Path root;
    private final Path pages;
    private final Path others;

    private GatherPages(Path root, Path target) {
        this.root = root;
        this.pages = target.resolve("markdown");
        this.others = target.resolve("resources");
    }

    public static void main(String... arguments) throws IOException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        GatherPages gathering = new GatherPages(root, Path.of(arguments[1]));
        for (Path page : markdown(root)) {
            gathering.copy(page);
        }
    }

    private static List<Path> markdown(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (Files.isDirectory(file) && !name.startsWith(".") && !SKIPPED.contains(name)) {
                    found.addAll(markdown(file));
                } else if (name.endsWith(".md")) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private void copy(Path page) throws IOException {
        StringBuilder text = new StringBuilder();
        Set<String> anchors = new HashSet<>();
        boolean inCode = false;
        for (String line : Files.readAllLines(page)) {
            inCode ^= line.strip().startsWith("```");
            Matcher heading = HEADING.matcher(line);
            if (!inCode && heading.matches()) {
                text.append("<a id=\"%s\"></a>\n\n".formatted(anchor(heading.group(1), anchors)));
            }
            text.append(inCode ? line : linked(page, line)).append('\n');
        }
        write(pages.resolve(named(page)), text.toString());
    }

    private Path named(Path page) {
        Path inside = root.relativize(page);
        return inside.equals(Path.of("README.md")) ? Path.of("index.md") : inside;
    }

    private static String anchor(String heading, Set<String> taken) {
        String words = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
        String slug = words.replaceAll("[^\\p{L}\\p{N}\\s_-]", "").strip().replace(' ', '-');
        String free = slug;
        for (int i = 1; !taken.add(free); i++) {
            free = slug + "-" + i;
        }
        return free;
    }

    private String linked(Path page, String line) throws IOException {
        StringBuilder text = new StringBuilder();
        Matcher link = LINK.matcher(line);
        while (link.find()) {
            Path target = page.resolveSibling(link.group(2)).normalize();
            bring(target);
            String named = target.equals(root.resolve("README.md"))
                    ? link.group(2).replaceFirst("README\\.md$", "index.md")
                    : link.group(2);
            String anchor = link.group(3) == null ? "" : link.group(3);
            link.appendReplacement(text, Matcher.quoteReplacement(link.group(1) + named + anchor));
        }
        return link.appendTail(text).toString();
    }

    private void bring(Path target) throws IOException {
        if (Files.isRegularFile(target) && !target.toString().endsWith(".md")) {
            write(others.resolve(root.relativize(target)), Files.readString(target));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
