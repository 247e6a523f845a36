package dev.mltest.library.mode;

import dev.mltest.evidence.ModesEvidence;
import dev.mltest.evidence.ModesEvidence.Erasure;
import dev.mltest.evidence.ModesEvidence.Layer;
import dev.mltest.evidence.ModesEvidence.NoisyScale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The layers where noise comes in, their draws taken together over all seeds. */
final class NoisyLayers {

    private NoisyLayers() {}

    /** The first noisy layer and every one that erases at random; others pass noise on. */
    static List<Layer> of(List<ModesEvidence> seeds) {
        List<Layer> sources = new ArrayList<>();
        for (Layer layer : seeds.get(0).layers()) {
            if (layer.isNoisy() && (sources.isEmpty() || layer.erasure().isRandom())) {
                sources.add(together(layer, seeds));
            }
        }
        return sources;
    }

    private static Layer together(Layer first, List<ModesEvidence> seeds) {
        List<Layer> all = seeds.stream()
                .flatMap(seed -> seed.layers().stream())
                .filter(layer -> layer.path().equals(first.path()))
                .toList();
        Erasure erasure = first.erasure();
        return new Layer(
                first.path(),
                true,
                first.isBeforeWeights(),
                first.isAtTheEnd(),
                first.gap(),
                new Erasure(
                        all.stream()
                                .mapToLong(layer -> layer.erasure().elements())
                                .sum(),
                        erasure.share(),
                        erasure.isRandom(),
                        erasure.apart()),
                new NoisyScale(
                        joined(all, layer -> layer.scale().ofSignal()),
                        joined(all, layer -> layer.scale().ofTotal())));
    }

    private static List<Double> joined(List<Layer> layers, Function<Layer, List<Double>> figures) {
        return layers.stream().flatMap(layer -> figures.apply(layer).stream()).toList();
    }
}
