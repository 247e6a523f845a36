package dev.mltest.experiment;

import dev.mltest.evidence.DescentEvidence;
import dev.mltest.evidence.DescentEvidence.Point;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/** Does the optimiser's first update lead downhill? */
public record Descent() implements Experiment<DescentEvidence> {

    private static final int BATCHES = 3;
    private static final double[] FRACTIONS = {1, 0x1p-3, 0x1p-6, 0x1p-9};

    @Override
    public String id() {
        return "descent";
    }

    @Override
    public Class<DescentEvidence> evidenceType() {
        return DescentEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        Price each =
                Price.forwards(1 + FRACTIONS.length).plus(Price.gradients(1)).plus(Price.steps(1));
        return each.times(BATCHES);
    }

    @Override
    public DescentEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        List<DescentEvidence.Descent> descents = new ArrayList<>();
        try (Snapshot start = model.snapshot()) {
            for (Batch batch : bench.batches(BATCHES)) {
                descents.add(model.scoped(() -> along(bench, model, batch)));
                model.restore(start);
            }
        }
        return new DescentEvidence(descents);
    }

    private static DescentEvidence.Descent along(Bench bench, Trainable model, Batch batch) {
        double before = loss(bench, model, batch);
        Values from = Values.of(model);
        model.seed(bench.seed());
        Gradients gradients = model.gradients(batch, Mode.TRAINING);
        Values slope = Values.copyOf(gradients.parameters());
        model.seed(bench.seed());
        model.step(batch);
        Values update = Values.of(model).minus(from);
        List<Point> points = new ArrayList<>();
        for (double fraction : FRACTIONS) {
            from.plus(update, fraction).assignTo(model);
            points.add(new Point(fraction, loss(bench, model, batch)));
        }
        return new DescentEvidence.Descent(before, update.norm(), update.cosine(slope), points);
    }

    private static double loss(Bench bench, Trainable model, Batch batch) {
        model.seed(bench.seed());
        return model.evaluate(batch, Mode.TRAINING).loss();
    }
}
