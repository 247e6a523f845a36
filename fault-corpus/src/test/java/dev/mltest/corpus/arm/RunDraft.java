package dev.mltest.corpus.arm;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.DataEvidence;
import dev.mltest.corpus.record.DataEvidence.Input;
import dev.mltest.corpus.record.Epoch;
import dev.mltest.corpus.record.OneBatch;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.Setting;
import dev.mltest.corpus.record.Spread;
import dev.mltest.corpus.record.StartEvidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What a healthy training of a classifier looks like, written by hand, to be spoilt. */
final class RunDraft {

    static final int EPOCHS = 24;

    String task = Setting.CLASSIFICATION;
    int classes = 3;
    boolean isProbabilities;
    double learningRate = 0.005;
    final List<Layer> layers = new ArrayList<>(List.of(
            new Layer("hidden1", "dense", "identity", 0),
            new Layer("act1", "activation", "relu", 0),
            new Layer("hidden2", "dense", "identity", 0),
            new Layer("act2", "activation", "relu", 0),
            new Layer("head", "dense", "identity", 0)));
    Spread input = Spreads.between(0, 1);
    boolean isFloating = true;
    Spread target = Spreads.between(0, 2);
    List<Double> shares = List.of(0.3, 0.3, 0.4);
    double startLoss = 1.2;
    List<Double> repeated = List.of(1.2, 1.2, 1.2, 1.2);
    boolean lossTakesLogits = true;
    IntToDoubleFunction losses = step -> 1.2 * Math.exp(-0.02 * step);
    IntToDoubleFunction trainingLoss = epoch -> 1.1 * Math.exp(-0.2 * epoch);
    IntToDoubleFunction trainingScore = epoch -> 1 - 0.6 * Math.exp(-0.2 * epoch);
    IntToDoubleFunction validationScore = epoch -> 0.9 - 0.5 * Math.exp(-0.2 * epoch);
    IntToDoubleFunction validationLoss = epoch -> 0.2 + Math.exp(-0.2 * epoch);
    List<Double> fitLosses = List.of(1.0, 0.4, 0.1);
    List<Double> fitErrors = List.of(0.5, 0.1, 0.0);
    private final List<Consumer<LookDraft>> edits = new ArrayList<>();

    /** Spoils every look. */
    void look(Consumer<LookDraft> edit) {
        edits.add(edit);
    }

    void layers(Layer... others) {
        layers.clear();
        layers.addAll(Arrays.asList(others));
    }

    void regression() {
        task = Setting.REGRESSION;
        classes = 0;
        target = Spreads.between(-1, 1);
        shares = List.of();
    }

    void probabilities() {
        isProbabilities = true;
        lossTakesLogits = false;
        layers.set(4, new Layer("head", "dense", "softmax", 0));
        look(LookDraft::probabilities);
    }

    RunEvidence run() {
        return new RunEvidence(
                new Setting(task, classes, isProbabilities, learningRate, 16, layers),
                new DataEvidence(
                        240,
                        List.of(new Input("input", isFloating, input, List.of(input))),
                        List.of(target),
                        shares),
                new StartEvidence(startLoss, repeated, List.of(lossTakesLogits)),
                numbers(180, losses),
                IntStream.range(0, EPOCHS).mapToObj(this::epoch).toList(),
                IntStream.range(0, 12).mapToObj(this::look).map(LookDraft::look).toList(),
                new OneBatch(
                        10 * fitLosses.size(),
                        fitErrors.stream()
                                .mapToDouble(Double::doubleValue)
                                .min()
                                .orElseThrow(),
                        fitLosses,
                        fitErrors),
                RunEvidence.FINISHED,
                List.of());
    }

    private Epoch epoch(int number) {
        return new Epoch(
                trainingLoss.applyAsDouble(number),
                trainingScore.applyAsDouble(number),
                validationScore.applyAsDouble(number),
                validationLoss.applyAsDouble(number));
    }

    private LookDraft look(int number) {
        LookDraft draft = new LookDraft(number);
        edits.forEach(edit -> edit.accept(draft));
        return draft;
    }

    static List<Double> numbers(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToObj(value::applyAsDouble).toList();
    }
}
