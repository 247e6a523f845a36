package dev.mltest.model;

import java.util.Optional;

/**
 * What the user hands over: a name, a factory from seed to model, data, the task, and what is
 * declared. Immutable; the model itself is made by the laboratory, one for every seed.
 */
public final class ModelUnderTest {

    private final String name;
    private final ModelFactory factory;
    private final Task task;
    private final Dataset trainingData;
    private final Optional<Dataset> validationData;
    private final int batchSize;
    private final Declarations declarations;
    private final Optional<SourceLine> describedAt;

    ModelUnderTest(
            ModelUnderTestBuilder<?> builder,
            ModelFactory factory,
            Optional<SourceLine> describedAt) {
        this.name = builder.name;
        this.factory = factory;
        this.task = builder.requireTask();
        this.trainingData = builder.requireTrainingData();
        this.validationData = Optional.ofNullable(builder.validationData);
        this.batchSize = builder.batchSize;
        this.declarations = builder.declarations;
        this.describedAt = describedAt;
    }

    private ModelUnderTest(ModelUnderTest other, Declarations declarations) {
        this.name = other.name;
        this.factory = other.factory;
        this.task = other.task;
        this.trainingData = other.trainingData;
        this.validationData = other.validationData;
        this.batchSize = other.batchSize;
        this.declarations = declarations;
        this.describedAt = other.describedAt;
    }

    /** Starts a description around a factory that makes models of mltest's own interfaces. */
    public static Builder named(String name, ModelFactory factory) {
        return new Builder(name, factory);
    }

    /** Name for messages and reports. */
    public String name() {
        return name;
    }

    /** Makes the model for a seed. */
    public ModelFactory factory() {
        return factory;
    }

    /** What the model is for. */
    public Task task() {
        return task;
    }

    /** Examples it is trained on. */
    public Dataset trainingData() {
        return trainingData;
    }

    /** Held-out examples, if given. */
    public Optional<Dataset> validationData() {
        return validationData;
    }

    /** Number of examples in a batch of an experiment. */
    public int batchSize() {
        return batchSize;
    }

    /** What the user stated beyond that. */
    public Declarations declarations() {
        return declarations;
    }

    /** The line that called {@code build()}, if the class file tells. */
    public Optional<SourceLine> describedAt() {
        return describedAt;
    }

    /** The same model with one more statement about it. */
    public ModelUnderTest declaring(Declaration declaration) {
        return new ModelUnderTest(this, declarations.and(declaration));
    }

    @Override
    public String toString() {
        return name;
    }

    /** Describes a model made by a {@link ModelFactory}. */
    public static final class Builder extends ModelUnderTestBuilder<Builder> {

        private final ModelFactory factory;

        private Builder(String name, ModelFactory factory) {
            super(name);
            this.factory = factory;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected ModelFactory factory() {
            return factory;
        }
    }
}
