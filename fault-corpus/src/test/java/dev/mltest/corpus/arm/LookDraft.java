package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.Look;
import dev.mltest.corpus.record.ModeLook;
import dev.mltest.corpus.record.OutputLook;
import dev.mltest.corpus.record.Spread;

import java.util.ArrayList;
import java.util.List;

/** One look at a healthy training, to be spoilt. */
final class LookDraft {

    final int number;
    double penalty;
    final List<ParameterDraft> parameters = new ArrayList<>();
    final List<LayerDraft> layers = new ArrayList<>();
    Spread outputs = Spreads.between(-2, 2);
    long width = 3;
    double smallestSum = -1;
    double largestSum = 1.5;
    double constantColumns;
    final List<ModeLook> modes = new ArrayList<>();

    LookDraft(int number) {
        this.number = number;
        weight("hidden1/weight", Math.sqrt(2.0 / 6), 24L, 6L);
        weight("hidden2/weight", Math.sqrt(2.0 / 24), 24L, 24L);
        weight("head/weight", Math.sqrt(2.0 / 24), 3L, 24L);
        parameters.add(new ParameterDraft("head/bias", Spreads.zero(), 3L));
        List.of("hidden1", "act1", "hidden2", "act2", "head")
                .forEach(path -> layers.add(new LayerDraft(path)));
    }

    private void weight(String path, double std, Long... shape) {
        parameters.add(new ParameterDraft(path, Spreads.normal(0.01 * number, std), shape));
    }

    ParameterDraft parameter(String path) {
        return parameters.stream()
                .filter(one -> one.path.equals(path))
                .findFirst()
                .orElseThrow();
    }

    ParameterDraft hidden() {
        return parameter("hidden2/weight");
    }

    ParameterDraft bias() {
        return parameter("head/bias");
    }

    LayerDraft layer(String path) {
        return layers.stream().filter(one -> one.path.equals(path)).findFirst().orElseThrow();
    }

    void probabilities() {
        outputs = Spreads.between(0.1, 0.8);
        smallestSum = 1;
        largestSum = 1;
    }

    Look look() {
        double loss = 1.0 / (1 + number);
        return new Look(
                13 * number,
                number,
                loss + penalty,
                loss,
                parameters.stream().map(ParameterDraft::look).toList(),
                layers.stream().map(LayerDraft::look).toList(),
                List.of(new OutputLook(outputs, width, smallestSum, largestSum, constantColumns)),
                modes);
    }
}
