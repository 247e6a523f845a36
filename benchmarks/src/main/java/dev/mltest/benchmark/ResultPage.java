package dev.mltest.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** A page of results in Markdown: written by a benchmark, never by hand. */
final class ResultPage {

    private final String name;
    private final StringBuilder text = new StringBuilder();

    /**
     * An empty page.
     *
     * @param name of the file, without ending
     */
    ResultPage(String name, String title) {
        this.name = name;
        text.append("# ").append(title).append('\n');
        paragraph(
                "Written by `./mvnw -q -Pbenchmarks -pl benchmarks -am verify -Dbenchmark=...` (see"
                        + " ../README.md); never by hand.");
    }

    ResultPage heading(String heading) {
        text.append("\n## ").append(heading).append('\n');
        return this;
    }

    ResultPage paragraph(String paragraph) {
        text.append('\n').append(paragraph).append('\n');
        return this;
    }

    /** A table; the first column is text, the others are numbers. */
    ResultPage table(List<String> heads, List<List<String>> rows) {
        text.append('\n').append(row(heads));
        text.append("|---|").append("---:|".repeat(heads.size() - 1)).append('\n');
        rows.forEach(cells -> text.append(row(cells)));
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.strip().replaceAll("\\s+", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    String text() {
        return text.toString();
    }

    /** Writes {@code results/<name>.md} below the module's folder, whole or not at all. */
    Path write(Path module) throws IOException {
        Path folder = Files.createDirectories(module.resolve("results"));
        Path temporary = Files.createTempFile(folder, name, ".tmp");
        Files.writeString(temporary, text);
        return Files.move(
                temporary,
                folder.resolve(name + ".md"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
