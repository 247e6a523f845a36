package dev.mltest.reporting.view;

import dev.mltest.check.CheckReport;
import dev.mltest.model.ConfigurationException;
import dev.mltest.report.EvidenceFile;
import dev.mltest.report.RecordedEvidence;
import dev.mltest.reporting.plot.Gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what there is to look at of one model; a file that cannot be read costs its plots only.
 */
final class Exhibits {

    private final String prefix;
    private final List<CheckReport> reports;
    private final List<String> troubles = new ArrayList<>();
    private Gallery gallery = Gallery.empty();
    private int files;

    Exhibits(String prefix, List<CheckReport> reports) {
        this.prefix = prefix;
        this.reports = reports;
    }

    Gallery gallery() {
        return gallery;
    }

    List<String> troubles() {
        return troubles;
    }

    /** Adds what a file shows of this model, if it is about it. */
    void add(Path file) {
        files++;
        try {
            RecordedEvidence evidence = EvidenceFile.read(file);
            if (evidence.subject().model().equals(reports.get(0).subject().model())) {
                gallery = gallery.and(Gallery.of(prefix + "-file" + files, evidence, reports));
            }
        } catch (ConfigurationException unreadable) {
            troubles.add(String.valueOf(unreadable.getMessage()));
        }
    }
}
