package dev.mltest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The site that the root of the build makes of the pages: complete, and no link leads nowhere. */
class SiteTest {

    private static final Path SITE = Repository.ROOT.resolve("target/site");
    private static final Pattern LINK = Pattern.compile("\\b(?:href|src)=\"([^\"]+)\"");
    private static final Pattern WEB = Pattern.compile("[a-z]+:.*");

    /** Where a page of the site leads. */
    private record Link(Path page, String target) {

        boolean isBroken() {
            String[] parts = target.split("#", 2);
            Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
            return !Files.isRegularFile(file)
                    || parts.length == 2
                            && !parts[1].isEmpty()
                            && !Repository.text(file).contains("id=\"" + parts[1] + "\"");
        }
    }

    @BeforeEach
    void is_there_and_of_these_pages() throws IOException {
        Path first = SITE.resolve("index.html");
        assumeThat(first)
                .as("the site is not there; make it by: ./mvnw -N package")
                .isRegularFile();
        FileTime made = Files.getLastModifiedTime(first);
        for (Page page : Repository.pages()) {
            assumeThat(Files.getLastModifiedTime(page.file()))
                    .as("%s is newer than the site; make it by: ./mvnw -N package", page)
                    .isLessThanOrEqualTo(made);
        }
    }

    @Test
    void every_page_is_part_of_it() {
        List<Path> expected = Repository.pages().stream()
                .map(page -> Repository.within(page.file()))
                .map(path -> path.equals("README.md") ? "index.md" : path)
                .map(path -> SITE.resolve(path.replaceFirst("\\.md$", ".html")))
                .toList();

        assertThat(expected)
                .hasSizeGreaterThan(100)
                .allSatisfy(page -> assertThat(page).isRegularFile());
    }

    @Test
    void no_link_leads_nowhere() {
        List<Link> links = pages().stream().flatMap(SiteTest::links).toList();

        assertThat(links).hasSizeGreaterThan(1000);
        assertThat(links).filteredOn(Link::isBroken).isEmpty();
    }

    @Test
    void nothing_is_fetched_from_elsewhere() {
        Pattern fetched = Pattern.compile("<(?:script|img|link)[^>]+(?:src|href)=\"(?:https?:)?//");

        assertThat(pages())
                .noneMatch(page -> fetched.matcher(Repository.text(page)).find());
    }

    private static Stream<Link> links(Path page) {
        return LINK.matcher(Repository.text(page))
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(target -> !WEB.matcher(target).matches())
                .map(target -> new Link(page, target));
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
