package dev.mltest.experiment;

import dev.mltest.evidence.PreferenceEvidence;
import dev.mltest.evidence.PreferenceEvidence.Label;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Does the model's own loss prefer outputs that point at the labels? Asked for the examples of each
 * class by themselves, since a loss that mistakes one class for another may still prefer the rest.
 */
public record LossPreference() implements Experiment<PreferenceEvidence> {

    private static final int MOST_CLASSES = 32;

    @Override
    public String id() {
        return "loss-preference";
    }

    @Override
    public Class<PreferenceEvidence> evidenceType() {
        return PreferenceEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(1);
    }

    @Override
    public PreferenceEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        NamedTensors outputs = model.evaluate(batch, Mode.INFERENCE).outputs().toArrays();
        Task task = bench.subject().task();
        List<Label> labels = new ArrayList<>();
        Pointers.of(task)
                .ifPresent(pointers -> groups(batch, task, outputs).forEach((name, rows) -> {
                    int[] picked = rows.stream().mapToInt(Integer::intValue).toArray();
                    NamedTensors own =
                            outputs.map((key, tensor) -> tensor.toArray().rows(picked));
                    labels.add(label(name, model, batch.rows(picked), own, pointers));
                }));
        if (!labels.isEmpty() && labels.stream().allMatch(label -> Double.isNaN(label.neutral()))) {
            throw new NotAvailableException("the loss of made-up outputs cannot be evaluated here");
        }
        return new PreferenceEvidence(labels);
    }

    private static Label label(
            String name, Differentiable model, Batch batch, NamedTensors own, Pointers pointers) {
        OwnLoss loss = new OwnLoss(model, batch, own);
        ArrayTensor target = batch.target();
        return new Label(
                name,
                batch.size(),
                loss.of(pointers.at(target, pointers.towards())),
                loss.of(pointers.nowhere(target)),
                loss.of(pointers.at(target, pointers.away())));
    }

    /** Rows by class; all together if examples have no single class, or outputs no row each. */
    private static Map<String, List<Integer>> groups(Batch batch, Task task, NamedTensors outputs) {
        boolean rowEach = outputs.asMap().values().stream()
                .allMatch(output ->
                        output.shape().rank() > 0 && output.shape().size(0) == batch.size());
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < batch.size(); row++) {
            boolean apart =
                    rowEach && task instanceof Task.Classification k && k.classes() <= MOST_CLASSES;
            String name = apart ? "class " + label(batch, row, task) : "all";
            groups.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private static int label(Batch batch, int row, Task task) {
        ArrayTensor one =
                OneHot.of(batch.target().rows(row), ((Task.Classification) task).classes());
        int largest = 0;
        for (int i = 1; i < one.length(); i++) {
            largest = one.get(i) > one.get(largest) ? i : largest;
        }
        return largest;
    }
}
