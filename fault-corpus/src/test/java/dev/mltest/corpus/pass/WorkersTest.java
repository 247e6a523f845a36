package dev.mltest.corpus.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

class WorkersTest {

    private static final Selection SELECTION =
            Selection.parse(List.of("--id", "M1", "--arm", "mltest", "--seeds", "1"));

    @TempDir
    Path folder;

    @Test
    void finished_work_is_kept_for_the_next_pass() throws IOException {
        Queue<String> first = examine();
        Path file = folder.resolve("M1-DJL.json");
        FileTime written = Files.getLastModifiedTime(file);

        Queue<String> second = examine();

        assertThat(first).hasSize(2).allMatch(line -> line.startsWith(Worker.DONE));
        assertThat(second).hasSize(2).allMatch(line -> line.contains("correct confirmed"));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("M1-DJL.json", "M1-DL4J.json");
    }

    private Queue<String> examine() {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        new Workers(folder, SELECTION, lines::add).examine(SELECTION.entries());
        return lines;
    }
}
