package dev.mltest.reporting.plot;

import dev.mltest.evidence.PortraitEvidence;
import dev.mltest.evidence.PortraitEvidence.Histogram;
import dev.mltest.evidence.PortraitEvidence.Influence;
import dev.mltest.experiment.Portrait;
import dev.mltest.model.Numbers;
import dev.mltest.reporting.plot.Recording.Seeded;

import java.util.List;
import java.util.stream.Stream;

/** What a portrait shows: spread of data, weights and activations, and who depends on whom. */
final class PortraitPlots {

    private final PortraitEvidence portrait;
    private final Captions captions;
    private final String examples;
    private final String seed;

    private PortraitPlots(Seeded<PortraitEvidence> seen, Captions captions) {
        this.portrait = seen.evidence();
        this.captions = captions;
        this.seed = Captions.seed(seen.seed());
        this.examples = portrait.examples() + " examples, " + seed;
    }

    static Stream<Plot> of(Recording recording, Captions captions) {
        return recording.first(new Portrait()).stream()
                .flatMap(seen -> new PortraitPlots(seen, captions).all());
    }

    private Stream<Plot> all() {
        return Stream.of(
                        portrait.influences().stream().map(this::influence),
                        histograms(
                                "Inputs",
                                "Look for values that are not there, and for scales far from 1",
                                examples,
                                portrait.inputs()),
                        histograms(
                                "Targets",
                                "Look for classes that are rare or missing, and for outliers",
                                examples,
                                portrait.targets()),
                        histograms(
                                "Weights before training",
                                "Look for layers that are all one value, or far from their"
                                        + " neighbours",
                                seed,
                                portrait.weights()),
                        histograms(
                                "Activations before training",
                                "Look for layers that are nearly all 0, or pressed to the ends of"
                                        + " their range",
                                "one batch in inference mode, " + seed,
                                portrait.activations()))
                .flatMap(plots -> plots);
    }

    private Plot influence(Influence influence) {
        return new Matrix(
                captions.caption(
                        "Who depends on whom in a batch: " + influence.output(),
                        "Only the diagonal may move: an example that moves with another one's"
                                + " inputs is mixed with it",
                        "largest element of the output %s, %s"
                                .formatted(Numbers.text(influence.scale()), seed)),
                "example that moves",
                "exchanged example",
                influence.moved());
    }

    private Stream<Plot> histograms(
            String title, String says, String conditions, List<Histogram> tensors) {
        return tensors.isEmpty()
                ? Stream.empty()
                : Stream.of(new Histograms(
                        captions.caption(title, says, conditions),
                        tensors.stream().map(Histograms.Bins::of).toList()));
    }
}
