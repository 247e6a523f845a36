package dev.mltest.experiment;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers questions about one model on one device. Each experiment runs once for each seed; its
 * evidence is remembered. Before an experiment the model is seeded, so that no answer depends on
 * what was asked before; after it, the model is put back bit for bit. Safe for use by several
 * threads, which then wait for each other.
 */
public final class Laboratory implements EvidenceSource, AutoCloseable {

    private final ModelUnderTest model;
    private final Device device;
    private final Benches benches;
    private final Map<Asked, Answer<?>> answers = new LinkedHashMap<>();
    private final Meter meter;
    private String provenance = "";
    private long nanos;

    private record Asked(String question, long seed) {}

    /** A laboratory on the host's processor. */
    public Laboratory(ModelUnderTest model) {
        this(model, Device.cpu());
    }

    /** A laboratory on this device. */
    public Laboratory(ModelUnderTest model, Device device) {
        this.model = model;
        this.device = device;
        this.meter = new Meter(model.name());
        this.benches = new Benches(model, device, meter);
    }

    /** The model it is about. */
    public ModelUnderTest model() {
        return model;
    }

    /** The device it works on. */
    public Device device() {
        return device;
    }

    @Override
    public synchronized Subject subject() {
        return new Subject(model.name(), model.task(), provenance);
    }

    @Override
    public Price price(Question<?> question) {
        return question instanceof Experiment<?> experiment ? experiment.price(model) : Price.FREE;
    }

    @Override
    public synchronized boolean knows(Question<?> question, long seed) {
        return answers.containsKey(new Asked(question.id(), seed));
    }

    @Override
    public synchronized <E extends Evidence> Answer<E> ask(Question<E> question, long seed) {
        Asked asked = new Asked(question.id(), seed);
        Answer<?> known = answers.get(asked);
        if (known == null) {
            known = answer(question, seed);
            answers.put(asked, known);
        }
        @SuppressWarnings("unchecked") // a question's id stands for its evidence type
        Answer<E> typed = (Answer<E>) known;
        return typed;
    }

    /** Everything that was asked so far, in order. */
    public synchronized List<Recorded> recordings() {
        List<Recorded> recorded = new ArrayList<>();
        answers.forEach((asked, answer) ->
                recorded.add(new Recorded(asked.question(), asked.seed(), answer)));
        return recorded;
    }

    /** What all experiments so far cost, as counted. */
    public synchronized Price spent() {
        return meter.spent();
    }

    /** Seconds spent in the model's own forward passes, backward passes and steps. */
    public synchronized double secondsInModel() {
        return meter.seconds();
    }

    /** Seconds spent in all experiments, the model's own time included. */
    public synchronized double secondsInAll() {
        return nanos * 1e-9;
    }

    private <E extends Evidence> Answer<E> answer(Question<E> question, long seed) {
        if (!(question instanceof Experiment<E> experiment)) {
            return new Answer.Unavailable<>("no experiment answers '%s'".formatted(question.id()));
        }
        long start = System.nanoTime();
        Price before = meter.spent();
        try {
            Bench bench = benches.of(seed);
            provenance = bench.predictor().provenance().toString();
            E evidence = perform(experiment, bench);
            double seconds = (System.nanoTime() - start) * 1e-9;
            return new Answer.Seen<>(evidence, meter.spent().minus(before), seconds);
        } catch (NotAvailableException reason) {
            return new Answer.Unavailable<>(String.valueOf(reason.getMessage()));
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    private static <E extends Evidence> E perform(Experiment<E> experiment, Bench bench) {
        return bench.predictor().scoped(() -> restoring(experiment, bench));
    }

    private static <E extends Evidence> E restoring(Experiment<E> experiment, Bench bench) {
        if (!(bench.predictor() instanceof Differentiable differentiable)) {
            return experiment.perform(bench);
        }
        try (Snapshot before = differentiable.snapshot()) {
            differentiable.seed(bench.seed());
            try {
                return experiment.perform(bench);
            } finally {
                differentiable.restore(before);
            }
        }
    }

    /** Closes the models it made. Evidence stays readable. */
    @Override
    public synchronized void close() {
        benches.close();
    }
}
