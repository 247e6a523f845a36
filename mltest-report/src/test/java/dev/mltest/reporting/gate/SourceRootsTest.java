package dev.mltest.reporting.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.SourceLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class SourceRootsTest {

    private static final SourceLine LINE =
            new SourceLine("org.shop.ModelTest$Deep", "ModelTest.java", 12);
    private static final String PATH = "org/shop/ModelTest.java";

    @TempDir
    Path repository;

    @Test
    void a_file_is_found_below_a_root() throws IOException {
        source("src/test/java/" + PATH);

        assertThat(file(repository)).contains("src/test/java/" + PATH);
    }

    @Test
    void a_file_is_found_in_whichever_module_has_it() throws IOException {
        source("models/vision/src/main/kotlin/" + PATH);
        source("models/text/src/test/java/org/shop/OtherTest.java");

        assertThat(file(repository)).contains("models/vision/src/main/kotlin/" + PATH);
    }

    @Test
    void a_root_may_be_a_folder_of_sources_itself() throws IOException {
        source("tests/" + PATH);

        assertThat(file(repository.resolve("tests"))).contains("tests/" + PATH);
    }

    @Test
    void roots_that_overlap_name_a_file_once() throws IOException {
        source("a/src/test/java/" + PATH);

        assertThat(file(repository, repository.resolve("a"), repository.resolve("a/src/test/java")))
                .contains("a/src/test/java/" + PATH);
    }

    @Test
    void where_several_match_none_is_named() throws IOException {
        source("a/src/test/java/" + PATH);
        source("b/src/test/java/" + PATH);

        assertThat(file(repository)).isEmpty();
        assertThat(file(repository.resolve("b"))).contains("b/src/test/java/" + PATH);
    }

    @Test
    void what_was_built_is_no_source() throws IOException {
        source("target/src/test/java/" + PATH);
        source(".cache/src/test/java/" + PATH);

        assertThat(file(repository)).isEmpty();
    }

    @Test
    void where_nothing_matches_none_is_named() throws IOException {
        source("src/test/java/com/other/ModelTest.java");

        assertThat(file(repository, repository.resolve("missing"))).isEmpty();
    }

    @Test
    void a_file_outside_the_repository_is_not_named(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("src/test/java/org/shop"));
        Files.createFile(elsewhere.resolve("src/test/java/" + PATH));

        assertThat(file(elsewhere)).isEmpty();
    }

    private void source(String path) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.resolve("..").normalize());
        Files.createFile(file);
    }

    private Optional<String> file(Path... roots) {
        return SourceRoots.of(repository, List.of(roots)).fileOf(LINE);
    }
}
