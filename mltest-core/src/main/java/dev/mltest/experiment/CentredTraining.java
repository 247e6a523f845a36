package dev.mltest.experiment;

import dev.mltest.evidence.CentredTrainingEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Task;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.List;
import java.util.Map;

/**
 * Does training get further once each column of the inputs has the mean 0? From the same weights,
 * and in a third of the steps, so that what is merely learnt sooner does not count. The targets are
 * centred as well where the model's own loss is the same for outputs and targets that are shifted
 * together.
 */
public record CentredTraining() implements Experiment<CentredTrainingEvidence> {

    private static final int STEPS = 240;
    private static final int CENTRED_STEPS = 80;
    private static final int FIT_BATCHES = 4;
    private static final double ROUND_OFF = 1e-3;

    @Override
    public String id() {
        return "centred-training";
    }

    @Override
    public Class<CentredTrainingEvidence> evidenceType() {
        return CentredTrainingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.steps(STEPS + CENTRED_STEPS).plus(Price.forwards(1 + 2L * Probes.MOST));
    }

    @Override
    public CentredTrainingEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        ModelUnderTest subject = bench.subject();
        Batch fit = subject.trainingData()
                .sample(FIT_BATCHES * subject.batchSize(), bench.random("centre"));
        Map<String, double[]> inputs = Centred.means(fit.inputs());
        Map<String, double[]> targets =
                isFree(model, subject.task(), fit) ? Centred.means(fit.targets()) : Map.of();
        Centred centred = new Centred(subject.trainingData(), inputs, targets);
        try (Snapshot before = model.snapshot()) {
            List<Double> given = train(bench, subject, STEPS);
            model.restore(before);
            model.seed(bench.seed());
            return new CentredTrainingEvidence(
                    targets.isEmpty() ? "inputs" : "inputs and targets",
                    STEPS,
                    CENTRED_STEPS,
                    given,
                    train(bench, with(subject, centred), CENTRED_STEPS));
        }
    }

    private static List<Double> train(Bench bench, ModelUnderTest subject, int steps) {
        Trainable model = bench.trainable();
        TrainingBatches batches = new TrainingBatches(subject, bench.seed());
        for (int step = 0; step < steps; step++) {
            Batch batch = batches.draw(step);
            model.scoped(() -> model.step(batch));
        }
        return Probes.of(subject, bench.random("probes")).losses(model);
    }

    private static ModelUnderTest with(ModelUnderTest subject, Centred centred) {
        ModelUnderTest.Builder builder = ModelUnderTest.named(subject.name(), subject.factory())
                .task(subject.task())
                .trainingData(centred)
                .batchSize(subject.batchSize());
        subject.validationData().ifPresent(data -> builder.validationData(centred.of(data)));
        return builder.build();
    }

    /** Whether outputs and targets may be shifted together without any change of the loss. */
    private static boolean isFree(Trainable model, Task task, Batch batch) {
        boolean real = task instanceof Task.Regression || task instanceof Task.Reconstruction;
        NamedTensors outputs = model.predict(batch).toArrays();
        boolean alike = outputs.size() == 1
                && batch.targets().size() == 1
                && outputs.first().shape().elements() == batch.target().length();
        if (!real || !alike || !batch.target().elementType().isFloating()) {
            return false;
        }
        Map<String, double[]> means = Centred.means(batch.targets());
        Batch shifted = batch.withTargets(Centred.shifted(batch.targets(), means));
        Tensor same = Centred.shifted(
                        NamedTensors.of(batch.targets().names().get(0), outputs.first()), means)
                .first();
        try {
            double loss = model.lossOf(outputs, batch);
            double other = model.lossOf(NamedTensors.of(outputs.names().get(0), same), shifted);
            return Math.abs(loss - other) <= ROUND_OFF * Math.abs(loss);
        } catch (NotAvailableException unavailable) {
            return false;
        }
    }
}
