package dev.mltest.experiment;

import dev.mltest.evidence.InputGapsEvidence;
import dev.mltest.evidence.InputGapsEvidence.Gaps;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which positions of the inputs are never read? Seen from the gradient of the loss with respect to
 * the inputs, over several batches, in both modes, before and after a few steps. Gaps are then
 * overwritten with other values, and count only if nothing moves.
 */
public record InputGaps() implements Experiment<InputGapsEvidence> {

    private static final int BATCHES = 3;
    private static final int STEPS = 6;
    private static final int FEWEST_AXES = 3;

    @Override
    public String id() {
        return "input-gaps";
    }

    @Override
    public Class<InputGapsEvidence> evidenceType() {
        return InputGapsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.gradients(4L * BATCHES)
                .plus(Price.steps(STEPS))
                .plus(Price.forwards(2L * (1 + OverwrittenGaps.ATTEMPTS)));
    }

    @Override
    public InputGapsEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Map<String, ReadPositions> positions = new LinkedHashMap<>();
        bench.batch(0).inputs().asMap().forEach((name, input) -> {
            if (input.elementType().isFloating() && input.shape().rank() >= FEWEST_AXES) {
                positions.put(name, new ReadPositions(input.shape()));
            }
        });
        int passes = positions.isEmpty() ? 0 : look(bench, model, positions);
        if (anyGap(positions) && model instanceof Trainable trainable) {
            train(bench, trainable);
            passes += look(bench, model, positions);
        }
        List<Gaps> gaps = new ArrayList<>();
        for (var entry : positions.entrySet()) {
            gaps.add(gaps(bench, entry.getKey(), entry.getValue(), passes));
        }
        return new InputGapsEvidence(gaps);
    }

    private static int look(
            Bench bench, Differentiable model, Map<String, ReadPositions> positions) {
        int passes = 0;
        for (Mode mode : List.of(Mode.TRAINING, Mode.INFERENCE)) {
            for (Batch batch : bench.batches(BATCHES)) {
                if (passes == 0 || anyGap(positions)) {
                    model.scoped(() -> mark(model.gradients(batch, mode), positions));
                    passes++;
                }
            }
        }
        return passes;
    }

    private static boolean mark(Gradients gradients, Map<String, ReadPositions> positions) {
        positions.forEach((name, seen) -> {
            Tensor gradient = gradients.inputs().get(name);
            if (gradient == null) {
                throw new NotAvailableException(
                        "the framework gives no gradient of input '%s'".formatted(name));
            }
            seen.add(gradient.toArray());
        });
        return true;
    }

    private static boolean anyGap(Map<String, ReadPositions> positions) {
        return positions.values().stream().anyMatch(seen -> seen.gapCount() > 0);
    }

    private static void train(Bench bench, Trainable model) {
        if (model.parameters().stream().anyMatch(Parameter::isTrainable)) {
            for (int step = 0; step < STEPS; step++) {
                Batch batch = bench.batch(step % BATCHES);
                model.scoped(() -> model.step(batch));
            }
        }
    }

    private static Gaps gaps(Bench bench, String name, ReadPositions seen, int passes) {
        boolean[] gaps = seen.gaps();
        Batch batch = bench.batch(0);
        double moved = seen.gapCount() == 0 ? 0 : OverwrittenGaps.moved(bench, batch, name, gaps);
        return seen.evidence(name, batch.inputs().get(name).shape(), passes, moved);
    }
}
