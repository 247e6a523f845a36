package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.LayerLook;
import dev.mltest.corpus.record.Spread;

import java.util.List;

/** A healthy layer at one look, to be spoilt. */
final class LayerDraft {

    final String path;
    Spread output = Spreads.normal(0.3, 0.8);
    Spread input = Spreads.normal(0, 1);
    double notPositive = 0.5;
    double deadUnits;
    double silentUnits;
    double saturatedUnits;
    double farInputs;
    double modeSimilarity = Double.NaN;

    LayerDraft(String path) {
        this.path = path;
    }

    LayerLook look() {
        return new LayerLook(
                path,
                output,
                notPositive,
                deadUnits,
                silentUnits,
                saturatedUnits,
                List.of(input),
                farInputs,
                modeSimilarity);
    }
}
