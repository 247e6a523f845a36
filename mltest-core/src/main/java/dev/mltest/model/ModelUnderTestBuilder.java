package dev.mltest.model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What the description of any model consists of, whatever the framework. Adapters extend it with
 * what is theirs.
 *
 * @param <B> the builder's own type
 */
public abstract class ModelUnderTestBuilder<B extends ModelUnderTestBuilder<B>> {

    private static final int DEFAULT_BATCH_SIZE = 32;

    final String name;

    @Nullable
    Task task;

    @Nullable
    Dataset trainingData;

    @Nullable
    Dataset validationData;

    int batchSize = DEFAULT_BATCH_SIZE;
    Declarations declarations = Declarations.none();

    /**
     * Starts a description.
     *
     * @throws ConfigurationException if the name is blank
     */
    protected ModelUnderTestBuilder(String name) {
        if (name.isBlank()) {
            throw new ConfigurationException(
                    "a model needs a name; write one that a colleague recognises in a report");
        }
        this.name = name;
    }

    /** This builder. */
    protected abstract B self();

    /** The factory made from what was given. */
    protected abstract ModelFactory factory();

    /** The name given. */
    protected final String name() {
        return name;
    }

    /** What the model is for. Required. */
    public B task(Task given) {
        task = given;
        return self();
    }

    /** The examples it is trained on. Required. */
    public B trainingData(Dataset given) {
        trainingData = given;
        return self();
    }

    /** The training examples, as one batch. */
    public B trainingData(Batch all) {
        return trainingData(Dataset.of(all));
    }

    /** Held-out examples. */
    public B validationData(Dataset given) {
        validationData = given;
        return self();
    }

    /** Held-out examples, as one batch. */
    public B validationData(Batch all) {
        return validationData(Dataset.of(all));
    }

    /** Number of examples in a batch of an experiment, 32 unless stated; at least 2. */
    public B batchSize(int given) {
        if (given < 2) {
            throw new ConfigurationException(
                    "model '%s': batchSize needs 2 or more, since several checks compare examples,"
                                    .formatted(name)
                            + " but got "
                            + given);
        }
        batchSize = given;
        return self();
    }

    /** States something that cannot be seen from outside. */
    public B declare(Declaration declaration) {
        declarations = declarations.and(declaration);
        return self();
    }

    /** States which parameters must not move; every other weight is meant to train. */
    public B frozen(String... globs) {
        return declare(new FrozenParameters(List.of(globs)));
    }

    /** States which parameters a penalty or weight decay is meant to pull towards zero. */
    public B decaying(String... globs) {
        return declare(new DeclaredDecay(List.of(globs), true));
    }

    /** States which parameters no penalty and no weight decay may reach, biases for example. */
    public B notDecaying(String... globs) {
        return declare(new DeclaredDecay(List.of(globs), false));
    }

    /** States the largest norm that a gradient over all trainable parameters may act with. */
    public B clippingNormAt(double norm) {
        return declare(new DeclaredClipping(norm, true));
    }

    /** States the largest absolute value that an element of a gradient may act with. */
    public B clippingValuesAt(double limit) {
        return declare(new DeclaredClipping(limit, false));
    }

    /**
     * States how the learning rate goes over the steps of a new model, of which 0 is the first.
     * Only ratios count, so that any unit will do.
     */
    public B learningRates(IntToDoubleFunction rateOfStep) {
        return declare(new DeclaredRates(rateOfStep));
    }

    /**
     * States which gradients are meant to differ from the slope of the loss, behind a
     * straight-through estimator or a gradient reversal for example; {@code inputs/name} is an
     * input.
     */
    public B surrogateGradients(String... globs) {
        return declare(new SurrogateGradients(List.of(globs)));
    }

    /** States how the user trains: mltest then looks at this loop as well. */
    public B trainingLoop(TrainingLoop<?> loop) {
        return declare(new DeclaredLoop(loop));
    }

    /** States how the user measures quality; more is better. */
    public B metric(DeclaredMetric.Metric metric) {
        return declare(new DeclaredMetric(metric, true));
    }

    /** States how the user measures errors; less is better. */
    public B errorMetric(DeclaredMetric.Metric metric) {
        return declare(new DeclaredMetric(metric, false));
    }

    /**
     * States who can describe this model in another process: a class with a constructor without
     * parameters. A new JVM then makes the model again.
     */
    public B rebuiltBy(Class<? extends Supplier<ModelUnderTest>> description) {
        return declare(new RebuiltBy(description));
    }

    /**
     * States that several threads share what predicts. It is tried in the process that
     * {@link #rebuiltBy} describes, since an engine may take its process down.
     */
    public B servesConcurrently(LongFunction<? extends ConcurrentService> start) {
        return declare(new DeclaredService(start));
    }

    /** States that training draws random numbers in the forward pass, as dropout does. */
    public B drawsNoiseInTraining() {
        return declare(new TrainingNoise());
    }

    /** States that what masks of inputs mark as padding reaches no output and no loss. */
    public B padded() {
        return declare(DeclaredPadding.byMask());
    }

    /** States the same of the first input, where this value, and no mask, tells the padding. */
    public B paddedWith(double value) {
        return declare(DeclaredPadding.with(value));
    }

    /** States that what is said at a position depends on no later position of the first input. */
    public B causal() {
        return declare(new DeclaredCausality(0));
    }

    /** States the same where positions run along this axis of the first input. */
    public B causalAlong(int axis) {
        return declare(new DeclaredCausality(DeclaredCausality.requireBehindExamples(axis)));
    }

    /** States on how many positions in a row what is said at one position may depend. */
    public B seesAtMost(int positions) {
        return declare(new DeclaredSight(positions));
    }

    /**
     * The description.
     *
     * @throws ConfigurationException if something required is missing
     */
    public ModelUnderTest build() {
        return new ModelUnderTest(this, factory(), caller());
    }

    private static Optional<SourceLine> caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(
                                frame -> !ModelUnderTestBuilder.class.isAssignableFrom(
                                        frame.getDeclaringClass()))
                        .findFirst())
                .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
                .map(frame -> new SourceLine(
                        frame.getClassName(), frame.getFileName(), frame.getLineNumber()));
    }

    Task requireTask() {
        return require(task, "task", ".task(Task.classification(10))");
    }

    Dataset requireTrainingData() {
        Dataset data = require(trainingData, "training data", ".trainingData(...)");
        if (data.size() == 0) {
            throw new ConfigurationException(
                    "model '%s': the training data is empty; give it at least two examples"
                            .formatted(name));
        }
        return data;
    }

    /**
     * Demands that something was given.
     *
     * @throws ConfigurationException naming the model, what is missing and what to write
     */
    protected final <T> T require(@Nullable T value, String what, String example) {
        if (value == null) {
            throw new ConfigurationException(
                    "model '%s' has no %s; write %s".formatted(name, what, example));
        }
        return value;
    }
}
