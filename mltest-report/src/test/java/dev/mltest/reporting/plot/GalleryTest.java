package dev.mltest.reporting.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.CheckReport;
import dev.mltest.report.EvidenceFile;
import dev.mltest.report.Reported;
import dev.mltest.reporting.RecordedRun;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

class GalleryTest {

    @TempDir
    static Path directory;

    private static Gallery gallery = Gallery.empty();

    @BeforeAll
    static void record() {
        List<CheckReport> reports =
                RecordedRun.write(directory, ReferenceModel.classifier().build()).stream()
                        .map(Reported::report)
                        .toList();
        gallery = Gallery.of(
                "p", EvidenceFile.read(directory.resolve("toy-classifier.cpu.json")), reports);
    }

    @Test
    void there_is_a_plot_for_each_thing_that_was_seen() {
        assertThat(gallery.plots())
                .extracting(plot -> plot.caption().title())
                .containsExactly(
                        "Loss while one batch is learnt by heart",
                        "Loss before training",
                        "Gradient and update by parameter",
                        "Who depends on whom in a batch: output",
                        "Inputs",
                        "Targets",
                        "Weights before training",
                        "Activations before training");
        assertThat(gallery.plots())
                .extracting(plot -> plot.caption().id())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("p-plot"));
    }

    @Test
    void the_control_stands_beside_the_attempt() {
        Lines lines = plot("Loss while one batch is learnt by heart", Lines.class);

        assertThat(lines.lines())
                .extracting(Lines.Line::name)
                .containsExactly("the attempt", "control without inputs", "chance", "floor");
        assertThat(lines.table().headers()).hasSize(5).startsWith("step", "the attempt");
    }

    @Test
    void the_loss_before_training_stands_in_the_range_that_was_judged() {
        Lines lines = plot("Loss before training", Lines.class);

        assertThat(lines.lines().get(0).points()).hasSize(12);
        assertThat(lines.bands())
                .singleElement()
                .satisfies(theory -> assertThat(lines.lines().get(1).points())
                        .allMatch(point -> theory.low() < point.y() && point.y() < theory.high()));
    }

    @Test
    void what_starts_at_0_moves_infinitely_far() {
        Places places = plot("Gradient and update by parameter", Places.class);
        List<Double> ratios = places.series().get(1).values();

        assertThat(ratios.get(places.places().indexOf("head/bias"))).isInfinite();
        assertThat(ratios.get(places.places().indexOf("head/weight"))).isBetween(1e-6, 10.0);
    }

    @Test
    void tables_have_a_cell_for_every_header() {
        assertThat(gallery.plots())
                .allSatisfy(plot -> assertThat(plot.table().rows())
                        .isNotEmpty()
                        .allMatch(row -> row.size() == plot.table().headers().size()));
    }

    private static <P extends Plot> P plot(String title, Class<P> kind) {
        return kind.cast(Objects.requireNonNull(gallery.plots().stream()
                .filter(plot -> plot.caption().title().equals(title))
                .findFirst()
                .orElse(null)));
    }
}
