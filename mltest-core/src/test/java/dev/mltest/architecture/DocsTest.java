package dev.mltest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Check;
import dev.mltest.library.DefaultChecks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documentation shows what a user really reads, and none of its links leads nowhere. */
class DocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGES = ROOT.resolve("docs/checks");
    private static final Path APPROVED = Path.of("src/test/resources/approved");

    private static final Pattern FAILURE =
            Pattern.compile("^```text\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE =
            Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK =
            Pattern.compile("]\\(([^)\\s]+)\\)|^\\[[^]]+]: (\\S+)", Pattern.MULTILINE);
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");

    /** Where a page says that something is. */
    private record Link(Path page, String target) {

        boolean isBroken() {
            return !Files.exists(page.resolveSibling(target.replaceFirst("#.*", "")));
        }
    }

    static List<Path> pages() {
        return markdownIn(PAGES);
    }

    static Stream<String> defaultChecks() {
        return DefaultChecks.suite().checks().stream().map(Check::id);
    }

    @Test
    void all_pages_are_looked_at() {
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_shows_one_approved_failure_of_its_check(Path page) {
        List<String> shown = FAILURE.matcher(text(page))
                .results()
                .map(block -> stripped(block.group(1)))
                .toList();

        assertThat(shown).hasSize(1).isSubsetOf(approved(id(page)));
    }

    @ParameterizedTest
    @MethodSource("defaultChecks")
    void a_default_check_has_a_page(String id) {
        assertThat(PAGES.resolve(id + ".md")).isNotEmptyFile();
    }

    @Test
    void all_links_are_looked_at() {
        assertThat(links()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void no_link_leads_nowhere() {
        assertThat(links().stream().filter(Link::isBroken)).isEmpty();
    }

    private static List<Link> links() {
        Stream<Path> top =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve);
        return Stream.concat(top, markdownIn(ROOT.resolve("docs")).stream())
                .flatMap(DocsTest::linksOf)
                .toList();
    }

    private static Stream<Link> linksOf(Path page) {
        String prose = CODE.matcher(text(page)).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(DocsTest::target)
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .map(target -> new Link(page, target));
    }

    private static String target(MatchResult link) {
        return link.group(1) != null ? link.group(1) : link.group(2);
    }

    private static List<String> approved(String id) {
        try (Stream<Path> texts = Files.list(APPROVED)) {
            return texts.filter(file -> file.getFileName().toString().startsWith(id + "."))
                    .map(file -> stripped(text(file)))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String id(Path page) {
        return page.getFileName().toString().replaceFirst("\\.md$", "");
    }

    private static List<Path> markdownIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Without white space at the ends of lines and of the whole. */
    private static String stripped(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
