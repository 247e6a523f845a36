package dev.mltest.experiment;

import dev.mltest.evidence.AssociationEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/**
 * Do the labels say anything about the inputs? The model is trained on some batches and looked at
 * on others; and it is trained with each label given to another example of its batch, which a model
 * with room to spare learns by heart (Zhang and others 2017).
 */
public record Association() implements Experiment<AssociationEvidence> {

    private static final int SEEN = 8;
    private static final int UNSEEN = 4;
    private static final int STEPS = 160;
    private static final int STRIDE = 16;

    @Override
    public String id() {
        return "association";
    }

    @Override
    public Class<AssociationEvidence> evidenceType() {
        return AssociationEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        Price looks = Price.forwards((long) UNSEEN * STEPS / STRIDE);
        return Price.steps(2 * STEPS).plus(looks).plus(Price.forwards(UNSEEN));
    }

    @Override
    public AssociationEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        if (bench.subject().trainingData().size() < 2 * bench.subject().batchSize()) {
            throw new NotAvailableException(
                    "there is too little training data to leave some of it unseen");
        }
        int unseenFrom = Math.min(
                SEEN, bench.subject().trainingData().size() / bench.subject().batchSize() - 1);
        List<Batch> all = bench.batches(unseenFrom + UNSEEN);
        List<Batch> seen = all.subList(0, unseenFrom);
        List<Batch> unseen = distinct(bench, all.subList(unseenFrom, all.size()), unseenFrom);
        double chance = chance(bench, model, unseen);
        try (Snapshot before = model.snapshot()) {
            Course real = train(model, seen, unseen);
            model.restore(before);
            model.seed(bench.seed());
            Course dealt = train(model, dealt(bench, seen), List.of());
            return new AssociationEvidence(real.unseen, real.seen, dealt.seen, chance, STEPS);
        }
    }

    /** Only batches that share no example with those seen. */
    private static List<Batch> distinct(Bench bench, List<Batch> unseen, int seen) {
        int batches = bench.subject().trainingData().size() / bench.subject().batchSize();
        return unseen.subList(0, Math.min(UNSEEN, batches - seen));
    }

    private static double chance(Bench bench, Trainable model, List<Batch> unseen) {
        return unseen.stream()
                .mapToDouble(batch -> model.scoped(() -> {
                    Evaluation start = model.evaluate(batch, Mode.INFERENCE);
                    return new ReferenceLosses(
                                    model, bench.subject().task(), batch, start.outputs())
                            .bestConstant();
                }))
                .average()
                .orElse(Double.NaN);
    }

    private record Course(double seen, double unseen) {}

    private static Course train(Trainable model, List<Batch> seen, List<Batch> unseen) {
        double best = Double.POSITIVE_INFINITY;
        double last = 0;
        for (int step = 0; step < STEPS; step++) {
            Batch batch = seen.get(step % seen.size());
            double loss = model.scoped(() -> model.step(batch));
            last += step >= STEPS - STRIDE ? loss / STRIDE : 0;
            if ((step + 1) % STRIDE == 0 && !unseen.isEmpty()) {
                best = Math.min(best, loss(model, unseen));
            }
        }
        return new Course(last, best);
    }

    private static double loss(Trainable model, List<Batch> unseen) {
        return unseen.stream()
                .mapToDouble(batch ->
                        model.scoped(() -> model.evaluate(batch, Mode.INFERENCE).loss()))
                .average()
                .orElse(Double.NaN);
    }

    private static List<Batch> dealt(Bench bench, List<Batch> batches) {
        List<Batch> dealt = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            int[] order = Orders.shuffled(batch.size(), bench.random("labels " + i));
            dealt.add(batch.withTargets(
                    batch.targets().map((name, tensor) -> tensor.toArray().rows(order))));
        }
        return dealt;
    }
}
