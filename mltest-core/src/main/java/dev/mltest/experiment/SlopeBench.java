package dev.mltest.experiment;

import dev.mltest.evidence.LossPoint;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ElementType;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.SurrogateGradients;
import dev.mltest.model.Tensor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A model on which slopes can be measured: its twin in double precision where the framework makes
 * one, else itself. Parameters and inputs are moved a thousandth of their size away, so that no
 * unit stands exactly at its kink, as behind a bias of 0 and a padded input. In training mode,
 * whose gradients are what trains; where that mode does not repeat under its seed, in inference
 * mode.
 */
final class SlopeBench implements AutoCloseable {

    /** What it takes to get ready, at most: a copy, and a look at both modes. */
    static final Price PRICE =
            Price.gradients(2).plus(Price.forwards(4)).plus(new Price(0, 0, 0, 1));

    private static final int EXAMPLES = 16;
    private static final double ASIDE = 1e-3;

    private final Differentiable model;
    private final boolean isTwin;
    private final ElementType elementType;
    private final double roundOff;
    private final Mode mode;
    private final SlopeProbe probe;
    private final boolean repeats;

    private SlopeBench(
            Differentiable model, boolean isTwin, ElementType own, Batch batch, Bench bench) {
        this.model = model;
        this.isTwin = isTwin;
        this.elementType = isTwin ? ElementType.FLOAT64 : own;
        this.roundOff = Math.max(Math.sqrt(elementType.epsilon()), own.epsilon());
        Scatter scatter = new Scatter(bench.random("aside"));
        model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::path)
                .forEach(path -> model.assign(path, beside(model.value(path), scatter::like)));
        Batch aside = aside(batch, scatter);
        SlopeProbe training = probe(aside, Mode.TRAINING, bench);
        boolean trains = training.repeats();
        this.mode = trains ? Mode.TRAINING : Mode.INFERENCE;
        this.probe = trains ? training : probe(aside, Mode.INFERENCE, bench);
        this.repeats = trains || probe.repeats();
    }

    private SlopeProbe probe(Batch batch, Mode inMode, Bench bench) {
        return new SlopeProbe(
                new LossAround(model, batch, inMode, bench.seed()),
                bench.subject().declarations(),
                elementType.epsilon());
    }

    static SlopeBench of(Bench bench) {
        Differentiable own = bench.differentiable();
        ElementType type = coarsest(own);
        Batch batch = bench.batch(0).firstRows(EXAMPLES);
        requireMatches(bench.subject(), own, batch);
        Optional<Differentiable> twin = twin(own);
        try {
            return twin.map(exact -> new SlopeBench(exact, true, type, inDouble(batch), bench))
                    .orElseGet(() -> new SlopeBench(own, false, type, batch, bench));
        } catch (RuntimeException e) {
            twin.ifPresent(Differentiable::close);
            throw e;
        }
    }

    private static void requireMatches(ModelUnderTest subject, Differentiable own, Batch batch) {
        List<ParameterPath> names = Stream.concat(
                        batch.inputs().names().stream()
                                .map(LossAround::nameOfInput)
                                .map(ParameterPath::of),
                        own.parameters().stream().map(Parameter::path))
                .toList();
        for (SurrogateGradients given : subject.declarations().of(SurrogateGradients.class)) {
            Globs.requireMatches(subject, "surrogateGradients", given.globs(), names);
        }
    }

    private static Optional<Differentiable> twin(Differentiable own) {
        try {
            return Optional.of(own.inDoublePrecision());
        } catch (NotAvailableException onlyAsItIs) {
            return Optional.empty();
        }
    }

    /** So that inputs, too, can be moved by as little as parameters. */
    private static Batch inDouble(Batch batch) {
        return batch.withInputs(batch.inputs()
                .map((name, input) -> input.elementType().isFloating()
                        ? input.toArray().as(ElementType.FLOAT64)
                        : input));
    }

    private static Batch aside(Batch batch, Scatter scatter) {
        return batch.withInputs(batch.inputs()
                .map((name, input) -> input.elementType().isFloating()
                        ? beside(input, scatter::likeFilled)
                        : input));
    }

    private static Tensor beside(Tensor tensor, Function<Tensor, Tensor> scatter) {
        return tensor.toArray().plusScaled(scatter.apply(tensor), ASIDE);
    }

    private static ElementType coarsest(Differentiable model) {
        return model.parameters().stream()
                .filter(Parameter::isTrainable)
                .map(Parameter::elementType)
                .max((a, b) -> Double.compare(a.epsilon(), b.epsilon()))
                .orElseThrow(() -> new NotAvailableException("no parameter is trainable"));
    }

    SlopeProbe probe() {
        return probe;
    }

    LossPoint point() {
        return new LossPoint(elementType.name(), roundOff, mode.name(), repeats, probe.loss());
    }

    @Override
    public void close() {
        if (isTwin) {
            model.close();
        }
    }
}
