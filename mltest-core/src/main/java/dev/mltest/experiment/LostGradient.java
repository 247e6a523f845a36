package dev.mltest.experiment;

import dev.mltest.model.Activation;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;

import java.util.List;

/**
 * Where a gradient turns into NaN although all layers are finite: behind the last parameter that
 * lacks it, and before the next one. Of the layers in between, the way back meets the last one
 * first.
 */
final class LostGradient {

    private LostGradient() {}

    /** Path of the layer; {@code output} if no layer follows; empty if all is well. */
    static String place(
            Differentiable model, List<Activation> layers, List<ParameterPath> nonFinite) {
        if (nonFinite.isEmpty()) {
            return "";
        }
        int last = lastRun(layers, nonFinite.get(nonFinite.size() - 1).layer());
        if (last < 0) {
            return "";
        }
        int next = last + 1;
        while (next < layers.size() && !holdsWeights(model, layers.get(next))) {
            next++;
        }
        return next == layers.size() && next == last + 1
                ? "output"
                : layers.get(next - 1).layer();
    }

    static int lastRun(List<Activation> layers, String path) {
        int last = -1;
        for (int i = 0; i < layers.size(); i++) {
            last = name(layers.get(i)).equals(path) ? i : last;
        }
        return last;
    }

    private static boolean holdsWeights(Differentiable model, Activation layer) {
        return model.parameters().stream()
                .filter(Parameter::isTrainable)
                .anyMatch(parameter -> parameter.path().layer().equals(name(layer)));
    }

    /** A layer that runs twice has a number behind its second run. */
    private static String name(Activation layer) {
        return layer.layer().replaceAll("#\\d+$", "");
    }
}
