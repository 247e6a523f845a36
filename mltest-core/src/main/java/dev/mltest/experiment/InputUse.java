package dev.mltest.experiment;

import dev.mltest.evidence.InputUseEvidence;
import dev.mltest.evidence.InputUseEvidence.Use;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.Predictor;
import dev.mltest.model.Trainable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Does every declared input make a difference? One input at a time is exchanged between examples,
 * the others staying where they are: by value, so that it works for tokens, and with the model as
 * it is, with a silent last layer woken, and after a few steps of training.
 */
public record InputUse() implements Experiment<InputUseEvidence> {

    private static final int BATCHES = 2;
    private static final int STEPS = 6;
    private static final int STAGES = 3;
    private static final int MOST_INPUTS = 8;

    @Override
    public String id() {
        return "input-use";
    }

    @Override
    public Class<InputUseEvidence> evidenceType() {
        return InputUseEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        int inputs = model.trainingData().examples(new int[] {0}).inputs().size();
        long looks = 1 + Math.min(inputs, MOST_INPUTS);
        return Price.forwards(2 * STAGES * BATCHES * looks).plus(Price.steps(STEPS));
    }

    @Override
    public InputUseEvidence perform(Bench bench) {
        Predictor model = bench.predictor();
        List<Batch> batches = bench.batches(BATCHES);
        Map<String, Use> uses = new LinkedHashMap<>();
        batches.get(0).inputs().names().stream()
                .limit(MOST_INPUTS)
                .forEach(name -> uses.put(name, new Use(name, 0, 0, 0)));
        look(bench, batches, uses);
        if (model instanceof Differentiable differentiable && hasWeights(differentiable)) {
            LastLayer.of(differentiable).wake();
            look(bench, batches, uses);
        }
        if (model instanceof Trainable trainable && isLearning(trainable) && !allMoved(uses)) {
            for (int step = 0; step < STEPS; step++) {
                Batch batch = bench.batch(step % BATCHES);
                trainable.scoped(() -> trainable.step(batch));
            }
            look(bench, batches, uses);
        }
        return new InputUseEvidence(List.copyOf(uses.values()));
    }

    private static boolean hasWeights(Differentiable model) {
        return model.parameters().stream()
                .anyMatch(parameter -> parameter.role() != Parameter.Role.STATE);
    }

    private static boolean isLearning(Trainable model) {
        return model.parameters().stream().anyMatch(Parameter::isTrainable);
    }

    private static boolean allMoved(Map<String, Use> uses) {
        return uses.values().stream().allMatch(use -> use.moved() > 0);
    }

    private static void look(Bench bench, List<Batch> batches, Map<String, Use> uses) {
        for (Batch batch : batches) {
            if (!allMoved(uses)) {
                Reaction base = Reaction.of(bench, batch);
                uses.replaceAll(
                        (name, use) -> use.moved() > 0 ? use : exchanged(bench, batch, base, use));
            }
        }
    }

    private static Use exchanged(Bench bench, Batch batch, Reaction base, Use use) {
        ArrayTensor own = batch.input(use.name());
        int size = batch.size();
        ArrayTensor other =
                own.rows(IntStream.range(0, size).map(row -> size - 1 - row).toArray());
        long changed = own.differenceFrom(other).changed();
        if (changed == 0) {
            return use;
        }
        double moved;
        try {
            Batch mixed = batch.withInputs(batch.inputs().with(use.name(), other));
            moved = base.distance(Reaction.of(bench, mixed));
        } catch (ConfigurationException refused) {
            moved = Double.POSITIVE_INFINITY;
        }
        return new Use(use.name(), use.changed() + changed, use.attempts() + 1, moved);
    }
}
