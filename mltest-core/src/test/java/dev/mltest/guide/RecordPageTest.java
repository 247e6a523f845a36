package dev.mltest.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.EvidenceFile;
import dev.mltest.report.VerdictTable;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** What docs/how-to/judge-recorded-evidence.md shows. */
class RecordPageTest {

    @Test
    void what_was_recorded_is_judged_without_the_model(@TempDir Path directory) {
        ModelUnderTest model = ReferenceModel.classifier().build();
        Device device = Device.cpu();
        Path file = directory.resolve("evidence.json");

        try (Laboratory laboratory = new Laboratory(model, device)) {
            new CheckRunner(laboratory, Budget.unlimited()).run(DefaultChecks.suite(), 42);
            EvidenceFile.write(file, laboratory.subject(), laboratory.recordings());
        }

        EvidenceSource recorded = EvidenceFile.read(file);
        CheckRunner runner = new CheckRunner(recorded, Budget.unlimited());
        List<CheckReport> reports = runner.run(DefaultChecks.suite(), 42);
        String table = VerdictTable.of(reports);

        assertThat(table).contains("toy-classifier", "one-batch-is-overfitted");
    }
}
