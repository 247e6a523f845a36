package dev.mltest.model;

import dev.mltest.model.TrainingLoop.Action;
import dev.mltest.model.TrainingLoop.OnBatch;
import dev.mltest.model.TrainingLoop.Prediction;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** The parts of a loop, applied to the user's own object. */
record OpenedLoop<T>(TrainingLoop<T> loop, T training) implements StartedLoop {

    @Override
    public Object model() {
        Function<? super T, ?> model =
                declared(loop.model, ".model(training -> training.network())");
        return Attempt.of(part("model"), () -> model.apply(training));
    }

    @Override
    public void step(Batch batch) {
        OnBatch<? super T> step =
                declared(loop.step, ".step((training, batch) -> training.step(batch))");
        Attempt.to(part("step"), () -> step.on(training, batch));
    }

    @Override
    public boolean steps() {
        return loop.step != null;
    }

    @Override
    public void train() {
        Action<? super T> train = declared(loop.train, ".train(training -> training.train())");
        Attempt.to(part("train"), () -> train.on(training));
    }

    @Override
    public void validate() {
        Action<? super T> validate =
                declared(loop.validate, ".validate(training -> training.validate())");
        Attempt.to(part("validate"), () -> validate.on(training));
    }

    @Override
    public NamedTensors predict(Batch batch) {
        Prediction<? super T> predict =
                declared(loop.predict, ".predict((training, batch) -> training.predict(batch))");
        return Attempt.of(part("predict"), () -> predict.of(training, batch).toArrays());
    }

    @Override
    public boolean closesItself() {
        return loop.close != null;
    }

    @Override
    public void close() {
        Action<? super T> close = loop.close;
        if (close != null) {
            Attempt.to(part("closing"), () -> close.on(training));
        }
    }

    static String part(String name) {
        return "the '%s' of the declared training loop".formatted(name);
    }

    private static <P> P declared(@Nullable P part, String example) {
        if (part == null) {
            throw new NotAvailableException(
                    "the declared training loop lacks a part; add " + example);
        }
        return part;
    }
}
