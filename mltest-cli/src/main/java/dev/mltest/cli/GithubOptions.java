package dev.mltest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mltest.model.ConfigurationException;
import dev.mltest.reporting.gate.Annotations;
import dev.mltest.reporting.gate.Decision;
import dev.mltest.reporting.gate.JobSummary;
import dev.mltest.reporting.gate.SourceRoots;
import dev.mltest.reporting.history.Comparison;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What a GitHub workflow is told. */
final class GithubOptions {

    private static final Path HERE = Path.of("");
    private static final Annotations NONE = new Annotations(List.of(), 0);

    @Option(
            names = "--github-summary",
            paramLabel = "FILE",
            description = "a summary of the job is added to it, in Markdown")
    private @Nullable Path summary;

    @Option(
            names = "--github-annotations",
            paramLabel = "FILE",
            description = "workflow commands that annotate sources; print it to have them obeyed")
    private @Nullable Path annotations;

    @Option(
            names = "--source-root",
            paramLabel = "DIR",
            description = "a folder of sources, or one above such; by default this one")
    private List<Path> sourceRoots = List.of(HERE);

    /**
     * Writes both.
     *
     * @throws ConfigurationException if a file cannot be written
     */
    void tell(Decision decision, List<Comparison> comparisons) {
        if (annotations == null && summary == null) {
            return;
        }
        Annotations found = Annotations.of(decision, SourceRoots.of(HERE, sourceRoots));
        if (annotations != null) {
            annotate(annotations, found);
        }
        if (summary != null) {
            summarise(summary, decision, comparisons, annotations == null ? NONE : found);
        }
    }

    private static void annotate(Path file, Annotations found) {
        try {
            Files.write(file, found.lines(), UTF_8);
        } catch (IOException refused) {
            throw unwritable("--github-annotations", file, refused);
        }
    }

    /** Added at the end: other steps may have written before. */
    private static void summarise(
            Path file, Decision decision, List<Comparison> comparisons, Annotations found) {
        try {
            long taken = Files.exists(file) ? Files.size(file) : 0;
            int left = (int) Math.max(0, JobSummary.MOST_BYTES - taken);
            Files.writeString(
                    file,
                    JobSummary.of(decision, comparisons, found, left),
                    UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw unwritable("--github-summary", file, refused);
        }
    }

    private static ConfigurationException unwritable(
            String option, Path file, IOException refused) {
        return new ConfigurationException(
                "%s is '%s', which cannot be written; name another file".formatted(option, file),
                refused);
    }
}
