package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

class KeepsakesTests {

    @Test
    void evidence_is_written_once_the_class_is_done(@TempDir Path directory) throws IOException {
        Path evidence = directory.resolve("new");

        Jupiter.run(KeptTestCase.class, Map.of("mltest.evidence", evidence.toString()));

        Path file = evidence.resolve("dev.mltest.junit.KeepsakesTests$KeptTestCase.cpu.json");
        assertThat(file).content().contains("\"glance\"").contains("\"kept\"");
        try (Stream<Path> files = Files.list(evidence)) {
            assertThat(files)
                    .containsExactlyInAnyOrder(
                            file,
                            evidence.resolve(
                                    "dev.mltest.junit.KeepsakesTests$KeptTestCase.verdicts.json"));
        }
    }

    @Test
    void a_place_that_cannot_be_written_to_is_a_configuration_error(@TempDir Path directory)
            throws IOException {
        Path file = Files.createFile(directory.resolve("taken"));

        Throwable thrown = Jupiter.thrown(
                Jupiter.run(KeptTestCase.class, Map.of("mltest.evidence", file.toString())));

        assertThat(thrown)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "configuration: mltest.evidence is '%s', but nothing can be written there"
                                        .formatted(file)
                                + " (java.nio.file.FileAlreadyExistsException: %s); name a directory"
                                        .formatted(file)
                                + " that can be written to");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void the_table_is_printed_once_the_class_is_done() {
        assertThat(printedBy(Map.of("mltest.table", "true")))
                .contains("kept, regression (fake 1.0, cpu)")
                .contains("weights-are-large")
                .contains("held");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void nothing_is_printed_unless_asked_for() {
        assertThat(printedBy(Map.of())).isEmpty();
    }

    private static String printedBy(Map<String, String> configuration) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Jupiter.run(KeptTestCase.class, configuration);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    static class KeptTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return FakeModels.predictor("kept");
        }

        @MLTest
        void holds(ModelUnderTest model) {
            assertThat(model).passes(FakeChecks.held());
        }
    }
}
