package dev.mltest.experiment;

import dev.mltest.evidence.PortraitEvidence.Influence;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Exchanges the examples of a batch one at a time, and sees which outputs move. */
final class Influences {

    private final Predictor model;
    private final Batch batch;
    private final NamedTensors base;
    private final List<NamedTensors> exchanged = new ArrayList<>();

    private Influences(Bench bench) {
        this.model = bench.predictor();
        this.batch = ExchangedBatch.original(bench);
        this.base = predict(batch);
        for (int row = 0; row < batch.size(); row++) {
            exchanged.add(predict(ExchangedBatch.except(bench, row).batch()));
        }
    }

    /** One matrix for each output that has a row for each example. */
    static List<Influence> of(Bench bench) {
        Influences seen = new Influences(bench);
        return seen.base.names().stream()
                .filter(seen::hasRows)
                .map(seen::influence)
                .toList();
    }

    private NamedTensors predict(Batch shown) {
        return model.scoped(() -> model.predict(shown).toArrays());
    }

    private boolean hasRows(String output) {
        Tensor value = base.get(output);
        return value.shape().rank() > 0
                && value.shape().size(0) == batch.size()
                && exchanged.stream()
                        .allMatch(other -> other.get(output).shape().equals(value.shape()));
    }

    private Influence influence(String output) {
        Tensor before = base.get(output);
        List<List<Double>> moved = IntStream.range(0, batch.size())
                .mapToObj(row -> exchanged.stream()
                        .map(after -> RowMovement.of(before, after.get(output), new int[] {row})
                                .moved())
                        .toList())
                .toList();
        return new Influence(output, before.summary().maxAbs(), moved);
    }
}
