package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.ReadingEvidence;
import dev.mltest.evidence.ReadingEvidence.Part;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Is the validation data the same when it is read a second time? */
public record ValidationReading() implements Experiment<ReadingEvidence> {

    private static final int MOST_ROWS = 64;

    @Override
    public String id() {
        return "validation-reading";
    }

    @Override
    public Class<ReadingEvidence> evidenceType() {
        return ReadingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.FREE;
    }

    @Override
    public ReadingEvidence perform(Bench bench) {
        Dataset data = bench.subject()
                .validationData()
                .filter(given -> given.size() > 0)
                .orElseThrow(() -> new NotAvailableException(
                        "there is no validation data; write .validationData(...)"));
        int[] rows = IntStream.range(0, Math.min(MOST_ROWS, data.size())).toArray();
        Batch first = data.examples(rows);
        Batch second = data.examples(rows);
        List<Part> parts = new ArrayList<>();
        add(parts, "input", first.inputs(), second.inputs());
        add(parts, "target", first.targets(), second.targets());
        add(parts, "mask", first.masks(), second.masks());
        return new ReadingEvidence(rows.length, parts);
    }

    private static void add(
            List<Part> parts, String kind, NamedTensors first, NamedTensors second) {
        first.asMap().forEach((name, tensor) -> {
            Tensor again = second.asMap().get(name);
            parts.add(
                    again == null || !again.shape().equals(tensor.shape())
                            ? new Part(kind + " " + name, 0, Double.NaN)
                            : part(kind + " " + name, tensor.toArray(), again.toArray()));
        });
    }

    /** NaN that stays NaN is the data's own affair. */
    private static Part part(String name, ArrayTensor first, ArrayTensor second) {
        int changed = 0;
        for (int row = 0; row < first.shape().size(0); row++) {
            changed += first.rows(row).equals(second.rows(row)) ? 0 : 1;
        }
        return new Part(name, changed, first.differenceFrom(second).maxAbs());
    }
}
