package dev.mltest.reporting;

import static dev.mltest.testing.WrittenReports.held;
import static dev.mltest.testing.WrittenReports.notApplicable;
import static dev.mltest.testing.WrittenReports.reported;
import static dev.mltest.testing.WrittenReports.violated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.CheckReport;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Task;
import dev.mltest.report.EvidenceFile;
import dev.mltest.report.VerdictFile;
import dev.mltest.reporting.results.Results;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class ResultsShardTest {

    private static final CheckReport[] CNN = {held("cnn", "a"), violated("cnn", "b", 0.5, 0.7)};
    private static final CheckReport[] MLP = {notApplicable("mlp", "a"), held("mlp", "b", 1.25)};
    private static final CheckReport[] RNN = {violated("rnn", "c")};

    @TempDir
    Path directory;

    @Test
    void two_shards_equal_one_run() {
        write("one", "CnnTest", CNN);
        write("two", "MlpTest", MLP);
        write("one", "RnnTest", RNN);
        write("whole", "RnnTest", RNN);
        write("whole", "MlpTest", MLP);
        write("whole", "CnnTest", CNN);

        assertThat(merged("one", "two")).isEqualTo(merged("whole"));
        assertThat(merged("two", "one")).isEqualTo(merged("whole"));
        assertThat(merged("whole").verdicts()).hasSize(5);
    }

    @Test
    void a_class_that_was_split_is_one_suite_again() {
        write("one", "CnnTest", CNN);
        write("two", "CnnTest", RNN);
        write("whole", "CnnTest", CNN[0], CNN[1], RNN[0]);

        assertThat(merged("one", "two")).isEqualTo(merged("whole"));
    }

    @Test
    void a_class_that_was_run_by_both_counts_once() {
        write("one", "CnnTest", CNN);
        write("two", "CnnTest", CNN);
        write("two", "MlpTest", MLP);
        write("whole", "CnnTest", CNN);
        write("whole", "MlpTest", MLP);

        assertThat(merged("one", "two")).isEqualTo(merged("whole"));
    }

    @Test
    void evidence_of_both_shards_stays_with_its_class() {
        write("one", "CnnTest", CNN);
        write("two", "CnnTest", CNN);
        Path first = evidence("one", "CnnTest.cpu.json");
        Path second = evidence("two", "CnnTest.cpu.json");
        Path other = evidence("two", "CnnTest.gpu-0.json");

        assertThat(merged("one", "two").suites())
                .singleElement()
                .satisfies(suite ->
                        assertThat(suite.evidence()).containsExactly(first, second, other));
    }

    private void write(String shard, String testClass, CheckReport... reports) {
        VerdictFile.write(
                directory.resolve(shard).resolve(testClass + ".verdicts.json"), reported(reports));
    }

    private Path evidence(String shard, String name) {
        Path file = directory.resolve(shard).resolve(name);
        EvidenceFile.write(file, new Subject("cnn", Task.regression(), "by hand"), List.of());
        return file;
    }

    private Results merged(String... shards) {
        return Results.read(List.of(shards).stream().map(directory::resolve).toList());
    }
}
