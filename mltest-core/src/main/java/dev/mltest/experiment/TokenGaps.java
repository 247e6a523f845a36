package dev.mltest.experiment;

import dev.mltest.evidence.InputGapsEvidence;
import dev.mltest.evidence.InputGapsEvidence.Gaps;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which positions of token sequences are never read? Tokens have no gradient, so that every second,
 * third or fourth position is exchanged between examples: what a step larger than its window skips
 * are positions at such distances.
 */
public record TokenGaps() implements Experiment<InputGapsEvidence> {

    private static final int BATCHES = 2;
    private static final int[] PERIODS = {2, 3, 4};
    private static final int CLASSES = 9;
    private static final int SHORTEST = 8;

    @Override
    public String id() {
        return "token-gaps";
    }

    @Override
    public Class<InputGapsEvidence> evidenceType() {
        return InputGapsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards((long) BATCHES * (1 + CLASSES));
    }

    @Override
    public InputGapsEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        LastLayer.of(model).wake();
        List<Gaps> gaps = new ArrayList<>();
        bench.batch(0).inputs().asMap().forEach((name, input) -> {
            if (gaps.isEmpty() && isSequence(input)) {
                gaps.add(gaps(bench, model, name, input));
            }
        });
        return new InputGapsEvidence(gaps);
    }

    private static boolean isSequence(Tensor input) {
        return !input.elementType().isFloating()
                && input.shape().rank() == 2
                && input.shape().size(1) >= SHORTEST;
    }

    private static Gaps gaps(Bench bench, Differentiable model, String name, Tensor input) {
        Map<String, int[]> silent = new LinkedHashMap<>();
        for (int period : PERIODS) {
            for (int first = 0; first < period; first++) {
                silent.put(first + " mod " + period, new int[] {first, period});
            }
        }
        int passes = 0;
        for (Batch batch : bench.batches(BATCHES)) {
            if (!silent.isEmpty()) {
                NamedTensors base = outputs(model, batch);
                passes += 1 + silent.size();
                silent.values().removeIf(each -> isRead(model, batch, base, name, each));
            }
        }
        ReadPositions seen = new ReadPositions(input.shape());
        for (int position = 0; position < seen.count(); position++) {
            int place = position;
            if (silent.values().stream().noneMatch(each -> place % each[1] == each[0])) {
                seen.add(position);
            }
        }
        return seen.evidence(name, input.shape(), passes, 0);
    }

    /** Also if exchanging it changes nothing, as where all examples have the same token. */
    private static boolean isRead(
            Differentiable model, Batch batch, NamedTensors base, String name, int[] places) {
        ArrayTensor own = batch.input(name);
        double[] values = own.toDoubles();
        int length = own.rowLength();
        for (int i = 0; i < values.length; i++) {
            boolean exchanged = i % length % places[1] == places[0];
            int opposite = (batch.size() - 1 - i / length) * length + i % length;
            values[i] = own.get(exchanged ? opposite : i);
        }
        ArrayTensor other = ArrayTensor.of(own.elementType(), own.shape(), values);
        if (own.differenceFrom(other).changed() == 0) {
            return true;
        }
        Batch changed = batch.withInputs(batch.inputs().with(name, other));
        return new Reaction(base, 0).distance(new Reaction(outputs(model, changed), 0)) > 0;
    }

    private static NamedTensors outputs(Differentiable model, Batch batch) {
        return model.scoped(() -> model.predict(batch).toArrays());
    }
}
