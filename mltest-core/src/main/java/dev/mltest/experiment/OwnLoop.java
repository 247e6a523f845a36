package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.DeclaredLoop;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelFactory;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Predictor;
import dev.mltest.model.StartedLoop;
import dev.mltest.model.TrainingLoop;
import dev.mltest.spi.ModelAdapters;

import java.util.List;
import java.util.Map;

/**
 * The user's own training loop at work, with a view of the model that it trains. What it does to
 * its model is the user's doing; the view is only read.
 */
final class OwnLoop implements AutoCloseable {

    private final StartedLoop loop;
    private final Meter meter;
    private final Differentiable view;

    private OwnLoop(StartedLoop loop, Meter meter, Differentiable view) {
        this.loop = loop;
        this.meter = meter;
        this.view = view;
    }

    /**
     * The loop that the user declared.
     *
     * @throws NotAvailableException if none was
     */
    static TrainingLoop<?> declared(Bench bench) {
        return bench.subject()
                .declarations()
                .require(
                        DeclaredLoop.class,
                        "training loop",
                        ".trainingLoop(TrainingLoop.starting(MyTraining::new).model(...))")
                .loop();
    }

    static OwnLoop start(Bench bench, long seed) {
        StartedLoop loop = declared(bench).start(seed);
        try {
            return new OwnLoop(loop, bench.meter(), view(bench, seed, loop));
        } catch (RuntimeException refused) {
            loop.close();
            throw refused;
        }
    }

    private static Differentiable view(Bench bench, long seed, StartedLoop loop) {
        Object model = loop.model();
        ModelFactory factory = model instanceof Predictor predictor
                ? (unused, device) -> predictor
                : ModelAdapters.wrapping(unused -> model);
        if (bench.metered(factory, seed) instanceof Differentiable differentiable) {
            return differentiable;
        }
        throw new NotAvailableException(
                "the model of the training loop shows no parameters; make .model(...) give the"
                        + " object that is trained, a Trainer in DJL");
    }

    /** The model that the loop trains. */
    Differentiable model() {
        return view;
    }

    boolean steps() {
        return loop.steps();
    }

    void step(Batch batch) {
        meter.call("training step of the loop", Price.steps(1), batch, () -> {
            loop.step(batch);
            return batch;
        });
    }

    void train() {
        loop.train();
    }

    void validate() {
        loop.validate();
    }

    NamedTensors predict(Batch batch) {
        return meter.call(
                "prediction of the loop", Price.forwards(1), batch, () -> loop.predict(batch));
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = view.parameters();
        if (parameters.isEmpty()) {
            throw new ConfigurationException(
                    "the model of the declared training loop has no parameters");
        }
        return parameters;
    }

    /** All parameters and statistics as they are now, copied to the heap. */
    Map<ParameterPath, ArrayTensor> values() {
        return ParameterValues.of(view);
    }

    @Override
    public void close() {
        if (loop.closesItself()) {
            loop.close();
        } else {
            view.close();
        }
    }
}
