package dev.mltest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What docs/reference/command-line.md shows is what the command line says. */
class CommandLineDocsTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "command-line.md");
    private static final Pattern TEXT =
            Pattern.compile("^```text\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void the_page_shows_the_help_of_every_command() throws IOException {
        List<String> shown = TEXT.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();

        Set<String> commands = Mltest.commandLine().getSubcommands().keySet();
        assertThat(shown).hasSize(1 + commands.size()).contains(help());
        assertThat(commands)
                .contains("check")
                .allSatisfy(command -> assertThat(shown).contains(help(command)));
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(Execution.of("--version").out()).containsPattern("^mltest \\d+\\.\\d+\\.\\d+");
    }

    private static String help(String... command) {
        String[] arguments =
                Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new);
        Execution run = Execution.of(arguments);
        assertThat(run.code()).isZero();
        return run.out().lines().map(String::stripTrailing).collect(Collectors.joining("\n"))
                + "\n";
    }
}
