package dev.mltest.reporting.plot;

import dev.mltest.check.CheckReport;
import dev.mltest.report.RecordedEvidence;

import java.util.ArrayList;
import java.util.List;

/**
 * All there is to look at of one model.
 *
 * @param plots those that the evidence has figures for
 * @param counterexamples of relations between images
 */
public record Gallery(List<Plot> plots, List<Counterexamples> counterexamples) {

    /** Keeps its own copies. */
    public Gallery {
        plots = List.copyOf(plots);
        counterexamples = List.copyOf(counterexamples);
    }

    /** Nothing to look at. */
    public static Gallery empty() {
        return new Gallery(List.of(), List.of());
    }

    /**
     * What a recording has figures for.
     *
     * @param prefix of the plots' ids
     * @throws dev.mltest.model.ConfigurationException if an answer cannot be read
     */
    public static Gallery of(String prefix, RecordedEvidence evidence, List<CheckReport> reports) {
        Recording recording = new Recording(evidence);
        Captions captions = new Captions(prefix, evidence.subject().provenance());
        List<Plot> plots = new ArrayList<>();
        OverfitPlot.of(recording, captions).ifPresent(plots::add);
        StartPlot.of(recording, reports, captions).ifPresent(plots::add);
        LayerPlots.gradients(recording, captions).ifPresent(plots::add);
        LayerPlots.relations(recording, captions).forEach(plots::add);
        PortraitPlots.of(recording, captions).forEach(plots::add);
        return new Gallery(plots, Counterexamples.of(recording));
    }

    /** Both, one after the other. */
    public Gallery and(Gallery other) {
        List<Plot> bothPlots = new ArrayList<>(plots);
        bothPlots.addAll(other.plots);
        List<Counterexamples> both = new ArrayList<>(counterexamples);
        both.addAll(other.counterexamples);
        return new Gallery(bothPlots, both);
    }
}
