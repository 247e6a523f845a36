package dev.mltest.model;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The user's own training loop, as mltest may drive it. mltest never looks inside: it starts it
 * anew for each question, asks for its parts and closes it. Every part but the start may be left
 * out; the checks that need it are then not applicable and say what to write.
 *
 * <pre>{@code
 * TrainingLoop.starting(MyTraining::new)
 *         .model(MyTraining::network)
 *         .step(MyTraining::step)
 *         .train(MyTraining::oneEpoch)
 *         .validate(MyTraining::validate)
 *         .predict(MyTraining::predict)
 *         .closing(MyTraining::close)
 * }</pre>
 *
 * @param <T> what the user's training lives in
 */
public final class TrainingLoop<T> {

    private final LongFunction<? extends T> start;
    final @Nullable Function<? super T, ?> model;
    final @Nullable OnBatch<? super T> step;
    final @Nullable Action<? super T> train;
    final @Nullable Action<? super T> validate;
    final @Nullable Prediction<? super T> predict;
    final @Nullable Action<? super T> close;
    private final int accumulated;

    private TrainingLoop(
            LongFunction<? extends T> start,
            @Nullable Function<? super T, ?> model,
            @Nullable OnBatch<? super T> step,
            @Nullable Action<? super T> train,
            @Nullable Action<? super T> validate,
            @Nullable Prediction<? super T> predict,
            @Nullable Action<? super T> close,
            int accumulated) {
        this.start = start;
        this.model = model;
        this.step = step;
        this.train = train;
        this.validate = validate;
        this.predict = predict;
        this.close = close;
        this.accumulated = accumulated;
    }

    /** Something the training does. */
    @FunctionalInterface
    public interface Action<T> {

        /** Does it. */
        void on(T training) throws Exception;
    }

    /** Something the training does with a batch. */
    @FunctionalInterface
    public interface OnBatch<T> {

        /** Does it. */
        void on(T training, Batch batch) throws Exception;
    }

    /** How the training predicts. */
    @FunctionalInterface
    public interface Prediction<T> {

        /** Outputs, axis 0 running over the examples. */
        NamedTensors of(T training, Batch batch) throws Exception;
    }

    /**
     * Starts the description.
     *
     * @param start makes model, optimiser and all else anew from a seed, just as the user's own
     *     program does, its seeding included
     */
    public static <T> TrainingLoop<T> starting(LongFunction<? extends T> start) {
        return new TrainingLoop<>(start, null, null, null, null, null, null, 1);
    }

    /**
     * The model that it trains and saves: a native object that an adapter claims, such as a DJL
     * {@code Trainer} or a DL4J network, or a {@link Differentiable}.
     */
    public TrainingLoop<T> model(Function<? super T, ?> given) {
        return new TrainingLoop<>(start, given, step, train, validate, predict, close, accumulated);
    }

    /** One training step on a batch of the described training data. */
    public TrainingLoop<T> step(OnBatch<? super T> given) {
        return new TrainingLoop<>(
                start, model, given, train, validate, predict, close, accumulated);
    }

    /** Trains by its own means, data order included; a few steps are enough, and cheaper. */
    public TrainingLoop<T> train(Action<? super T> given) {
        return new TrainingLoop<>(start, model, step, given, validate, predict, close, accumulated);
    }

    /** Validates by its own means. */
    public TrainingLoop<T> validate(Action<? super T> given) {
        return new TrainingLoop<>(start, model, step, train, given, predict, close, accumulated);
    }

    /** Predicts, as it does for validation and for whoever uses the model. */
    public TrainingLoop<T> predict(Prediction<? super T> given) {
        return new TrainingLoop<>(start, model, step, train, validate, given, close, accumulated);
    }

    /** Frees everything, the model included. Unless given, mltest frees the model. */
    public TrainingLoop<T> closing(Action<? super T> given) {
        return new TrainingLoop<>(start, model, step, train, validate, predict, given, accumulated);
    }

    /**
     * States that gradients are averaged over so many steps, and the optimiser acts after the last
     * of them only.
     */
    public TrainingLoop<T> accumulating(int steps) {
        if (steps < 1) {
            throw new ConfigurationException(
                    "accumulating(%d): say after how many steps the optimizer acts, 1 or more"
                            .formatted(steps));
        }
        return new TrainingLoop<>(start, model, step, train, validate, predict, close, steps);
    }

    /** After how many steps the optimiser acts. */
    public int accumulated() {
        return accumulated;
    }

    /** Starts it. */
    public StartedLoop start(long seed) {
        return new OpenedLoop<>(
                this, Attempt.of(OpenedLoop.part("start"), () -> start.apply(seed)));
    }
}
