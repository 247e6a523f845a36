package dev.mltest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whatever a page shows in a block comes from a file that the build compiles or compares. A test of
 * its own may compare it with what really happens, {@code <!-- compared by NameOfTest -->}. A block
 * that cannot be compared says why, {@code <!-- not compiled: reason -->}, and is counted here.
 */
class SnippetsTest {

    /** How many blocks of a page come from nowhere. Each says why. */
    private static final Map<String, Long> EXCUSED = Map.of(
            "docs/how-to/accept-known-violations.md", 1L,
            "docs/how-to/gate-in-ci.md", 1L,
            "CONTRIBUTING.md", 1L,
            "README.md", 1L,
            "docs/explanation/evidence-and-verdicts.md", 1L,
            "docs/how-to/judge-recorded-evidence.md", 1L,
            "docs/how-to/write-properties-with-jqwik.md", 1L,
            "docs/reference/junit.md", 1L);

    /** In which files a block of a language may be found. */
    private static final Map<String, Predicate<String>> SOURCES = Map.of(
            "java", path -> path.endsWith(".java"),
            "text", path -> path.contains("/src/test/resources/") && path.endsWith(".txt"),
            "xml", path -> path.endsWith("pom.xml"),
            "json", path -> path.endsWith(".json"),
            "yaml", path -> path.endsWith(".yml") || path.endsWith(".yaml"),
            "kotlin", path -> path.endsWith(".gradle.kts"),
            "groovy", path -> path.endsWith(".gradle"),
            "properties", path -> path.endsWith(".properties"));

    /** Languages of what a user types; see {@link #a_command_names_what_there_is}. */
    private static final Set<String> COMMANDS = Set.of("bash", "sh");

    private static final Map<String, List<String>> TEXTS = SOURCES.entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey, source -> squeezed(Repository.files(source.getValue()))));

    private static final Pattern PROFILE = Pattern.compile("(?<=\\s)-P([\\w-]+)");
    private static final Pattern MODULES = Pattern.compile("(?<=\\s)-pl (\\S+)");
    private static final Pattern CLASS =
            Pattern.compile("\\bdev\\.mltest(?:\\.[a-z0-9]+)*\\.[A-Z]\\w+");

    static Stream<Snippet> snippets() {
        return Repository.pages().stream().flatMap(page -> page.snippets().stream());
    }

    static Stream<Snippet> shown() {
        return snippets()
                .filter(snippet -> snippet.excuse().isEmpty())
                .filter(snippet -> snippet.comparedBy().isEmpty())
                .filter(snippet -> !COMMANDS.contains(snippet.language()));
    }

    static Stream<Snippet> commands() {
        return snippets().filter(snippet -> COMMANDS.contains(snippet.language()));
    }

    @Test
    void all_pages_are_looked_at() {
        assertThat(snippets()).hasSizeGreaterThanOrEqualTo(130);
    }

    @ParameterizedTest
    @MethodSource("shown")
    void a_block_comes_from_a_file_of_the_build(Snippet snippet) {
        assertThat(SOURCES).as("languages of %s", snippet).containsKey(snippet.language());
        assertThat(snippet.isInAnyOf(TEXTS.get(snippet.language())))
                .as("%s must show what a file of the build holds:%n%s", snippet, snippet.text())
                .isTrue();
    }

    static Stream<Snippet> compared() {
        return snippets().filter(snippet -> !snippet.comparedBy().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("compared")
    void a_test_that_compares_a_block_reads_its_page(Snippet snippet) {
        String test = "/" + snippet.comparedBy() + ".java";

        assertThat(Repository.files(path -> path.endsWith(test)))
                .singleElement()
                .satisfies(file -> assertThat(Repository.text(file))
                        .contains(snippet.page().getFileName().toString()));
    }

    @Test
    void the_exceptions_are_these() {
        Map<String, Long> excused = snippets()
                .filter(snippet -> !snippet.excuse().isEmpty())
                .collect(Collectors.groupingBy(
                        snippet -> Repository.within(snippet.page()), Collectors.counting()));

        assertThat(excused).isEqualTo(EXCUSED);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_names_what_there_is(Snippet snippet) {
        String poms = Repository.files(path -> path.endsWith("pom.xml")).stream()
                .map(Repository::text)
                .collect(Collectors.joining());

        assertThat(found(PROFILE, snippet)).allMatch(id -> poms.contains("<id>" + id + "</id>"));
        assertThat(found(MODULES, snippet).flatMap(list -> Stream.of(list.split(","))))
                .allMatch(module -> Files.exists(Repository.ROOT.resolve(module + "/pom.xml")));
        assertThat(found(CLASS, snippet))
                .allMatch(name -> !Repository.files(
                                path -> path.endsWith("/" + name.replace('.', '/') + ".java"))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"int a = 1;", "  int a\n  = 1;\n", "int a\n...\nint b"})
    void a_block_is_found_however_it_is_wrapped(String shown) {
        assertThat(snippet(shown).isInAnyOf(List.of(Snippet.squeezed("int a = 1; int c; int b;"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"int a = 2;", "int b\n...\nint a", "", "..."})
    void a_block_that_is_not_there_is_not_found(String shown) {
        assertThat(snippet(shown).isInAnyOf(List.of(Snippet.squeezed("int a = 1; int c; int b;"))))
                .isFalse();
    }

    private static Snippet snippet(String text) {
        return new Snippet(Path.of("page.md"), 1, "java", text, "");
    }

    private static Stream<String> found(Pattern pattern, Snippet snippet) {
        return pattern.matcher(snippet.text())
                .results()
                .map(match -> match.groupCount() == 0 ? match.group() : match.group(1));
    }

    private static List<String> squeezed(List<Path> files) {
        return files.stream().map(Repository::text).map(Snippet::squeezed).toList();
    }
}
