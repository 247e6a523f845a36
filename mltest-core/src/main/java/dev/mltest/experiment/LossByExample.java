package dev.mltest.experiment;

import dev.mltest.evidence.ExamplesEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What is the loss of a batch, and what are the losses of its examples, each alone? */
public record LossByExample() implements Experiment<ExamplesEvidence> {

    private static final int EXAMPLES = 8;

    @Override
    public String id() {
        return "loss-by-example";
    }

    @Override
    public Class<ExamplesEvidence> evidenceType() {
        return ExamplesEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(2 + EXAMPLES);
    }

    @Override
    public ExamplesEvidence perform(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0).firstRows(EXAMPLES);
        Evaluation whole = model.evaluate(batch, Mode.INFERENCE);
        List<Batch> singles = IntStream.range(0, batch.size())
                .mapToObj(row -> batch.rows(row))
                .toList();
        return new ExamplesEvidence(
                whole.loss(),
                loss(model, reversed(batch)),
                singles.stream().map(single -> loss(model, single)).toList(),
                singles.stream().map(LossByExample::weight).toList(),
                whole.outputs().first().elementType().epsilon());
    }

    private static double loss(Differentiable model, Batch some) {
        try {
            return model.scoped(() -> model.evaluate(some, Mode.INFERENCE).loss());
        } catch (ConfigurationException refused) {
            throw new NotAvailableException(
                    "the model does not take a batch of one example: " + refused.getMessage());
        }
    }

    private static Batch reversed(Batch batch) {
        int last = batch.size() - 1;
        return batch.rows(IntStream.rangeClosed(0, last).map(row -> last - row).toArray());
    }

    private static double weight(Batch single) {
        return single.masks().isEmpty()
                ? 1
                : Arrays.stream(single.masks().first().toArray().toDoubles()).sum();
    }
}
