package dev.mltest.experiment;

import dev.mltest.evidence.PenaltyEvidence;
import dev.mltest.evidence.PenaltyEvidence.Pull;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Do the weights shrink away while one batch is trained on? Training goes on as long as they
 * shrink: by a thirtieth in the first twenty steps, which is what halves them in two hundred.
 */
public record PenaltyRest() implements Experiment<PenaltyEvidence> {

    private static final int EXAMPLES = 16;
    private static final int STEPS = 200;
    private static final int FEWEST_ELEMENTS = 16;
    private static final int FIRST_LOOK = 20;
    private static final double SHRINKING = 0.97;

    @Override
    public String id() {
        return "penalty-rest";
    }

    @Override
    public Class<PenaltyEvidence> evidenceType() {
        return PenaltyEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.gradients(1).plus(Price.steps(STEPS)).plus(Price.forwards(2));
    }

    @Override
    public PenaltyEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        Batch batch = DistinctRows.of(bench.batch(0)).firstRows(EXAMPLES);
        Task task = bench.subject().task();
        Evaluation start = model.evaluate(batch, Mode.INFERENCE);
        double chance = new ReferenceLosses(model, task, batch, start.outputs()).bestConstant();
        double floor = LossFloor.of(model, task, batch, start.outputs());
        double startLoss = start.loss();
        Map<ParameterPath, ArrayTensor> before = weights(model);
        int steps = 0;
        while (steps < STEPS && (steps < FIRST_LOOK || isShrinking(before, model))) {
            model.scoped(() -> model.step(batch));
            steps++;
        }
        double endLoss =
                model.scoped(() -> model.evaluate(batch, Mode.INFERENCE).loss());
        return new PenaltyEvidence(
                steps, startLoss, endLoss, chance, floor, pulls(model, batch, before));
    }

    private static List<Pull> pulls(
            Trainable model, Batch batch, Map<ParameterPath, ArrayTensor> before) {
        return model.scoped(() -> {
            Gradients gradients = model.gradients(batch, Mode.INFERENCE);
            return before.entrySet().stream()
                    .map(start -> pull(
                            start.getKey(),
                            start.getValue(),
                            model.value(start.getKey()).toArray(),
                            gradients.of(start.getKey()).toArray()))
                    .toList();
        });
    }

    private static Pull pull(
            ParameterPath path, ArrayTensor before, ArrayTensor after, ArrayTensor gradient) {
        return new Pull(
                path,
                before.summary().norm(),
                after.summary().norm(),
                -cosine(after.plusScaled(before, -1), before),
                gradient.summary().norm(),
                -cosine(gradient, after));
    }

    private static double cosine(ArrayTensor left, ArrayTensor right) {
        double product = 0;
        for (int i = 0; i < left.length(); i++) {
            product += left.get(i) * right.get(i);
        }
        double size = left.summary().norm() * right.summary().norm();
        return size > 0 ? product / size : 0;
    }

    private static boolean isShrinking(Map<ParameterPath, ArrayTensor> before, Trainable model) {
        double from = 0;
        double to = 0;
        for (var entry : before.entrySet()) {
            from += Math.pow(entry.getValue().summary().norm(), 2);
            to += Math.pow(model.value(entry.getKey()).summary().norm(), 2);
        }
        return Math.sqrt(to) < SHRINKING * Math.sqrt(from);
    }

    /**
     * Matrices and kernels that start from something, large enough not to go straight anywhere by
     * chance: of 16 random signs all agree once in 30,000 times.
     */
    private static Map<ParameterPath, ArrayTensor> weights(Trainable model) {
        Map<ParameterPath, ArrayTensor> values = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(parameter -> parameter.isTrainable()
                        && parameter.shape().rank() > 1
                        && parameter.shape().elements() >= FEWEST_ELEMENTS
                        && model.value(parameter.path()).summary().norm() > 0)
                .forEach(parameter -> values.put(
                        parameter.path(), model.value(parameter.path()).copy().toArray()));
        return values;
    }
}
