package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.Predictor;
import dev.mltest.model.Trainable;

import java.util.List;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** What an experiment has before it: one model made from one seed, and data drawn by that seed. */
public final class Bench {

    private final ModelUnderTest subject;
    private final Predictor model;
    private final long seed;
    private final LongFunction<Predictor> others;
    private final TrainingBatches batches;
    private final Device device;
    private final Meter meter;

    Bench(
            ModelUnderTest subject,
            Predictor model,
            long seed,
            LongFunction<Predictor> others,
            Device device,
            Meter meter) {
        this.subject = subject;
        this.model = model;
        this.seed = seed;
        this.others = others;
        this.device = device;
        this.meter = meter;
        this.batches = new TrainingBatches(subject, seed);
    }

    /** What the user described. */
    public ModelUnderTest subject() {
        return subject;
    }

    /** The seed everything on this bench comes from. */
    public long seed() {
        return seed;
    }

    /** A source of random numbers that depends on the seed and the purpose only. */
    public RandomGenerator random(String purpose) {
        return Randomness.of(seed, purpose);
    }

    /** What this factory makes, with its calls counted; to be closed by the caller. */
    Predictor metered(ModelFactory factory, long from) {
        return MeteredPredictor.around(factory.create(from, device), meter);
    }

    /** Where it computes. */
    Device device() {
        return device;
    }

    /** Counts the calls on this bench. */
    Meter meter() {
        return meter;
    }

    /** The model as a predictor. */
    public Predictor predictor() {
        return model;
    }

    /** One more model, made from this seed on the same device; to be closed by the caller. */
    public Predictor anotherModel(long otherSeed) {
        return others.apply(otherSeed);
    }

    /**
     * The model with its parameters, loss and gradients.
     *
     * @throws NotAvailableException if it can only predict
     */
    public Differentiable differentiable() {
        return as(Differentiable.class, "it has no loss and no gradients");
    }

    /**
     * The model with its optimiser.
     *
     * @throws NotAvailableException if it cannot be trained here
     * @throws ConfigurationException if it has nothing that could be trained
     */
    public Trainable trainable() {
        Trainable trainable = as(Trainable.class, "it has no optimizer");
        List<Parameter> parameters = trainable.parameters();
        if (parameters.isEmpty()) {
            throw new ConfigurationException(
                    "model '%s' has no parameters, so there is nothing to train; register its weights"
                                    .formatted(subject.name())
                            + " with the framework, or hand it over without a loss as a predictor");
        }
        if (parameters.stream().noneMatch(Parameter::isTrainable)) {
            throw new ConfigurationException(
                    "model '%s': all %d parameters are frozen, so there is nothing to train; unfreeze"
                                    .formatted(subject.name(), parameters.size())
                            + " at least one");
        }
        subject.declarations()
                .frozen()
                .ifPresent(frozen -> Globs.requireMatches(
                        subject, "frozen", frozen.globs(), Globs.names(parameters)));
        return trainable;
    }

    /** The {@code index}-th batch; batches share no example unless the data is too small. */
    public Batch batch(int index) {
        return batches.get(index);
    }

    /** The first {@code count} batches. */
    public List<Batch> batches(int count) {
        return batches.first(count);
    }

    private <T extends Predictor> T as(Class<T> rung, String lack) {
        if (!rung.isInstance(model)) {
            throw new NotAvailableException(
                    "'%s' can only predict here: %s".formatted(subject.name(), lack));
        }
        return rung.cast(model);
    }
}
