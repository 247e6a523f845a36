package dev.mltest.experiment;

import dev.mltest.evidence.LoopPredictionEvidence;
import dev.mltest.evidence.LoopPredictionEvidence.Asked;
import dev.mltest.evidence.LoopPredictionEvidence.LoopOutput;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.TensorDifference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Does the user's loop predict in inference mode? It is asked for the same examples again, after
 * another batch, and among other examples; and, before any training, compared with the model. The
 * model's own predictions, asked in the same ways, are the yardstick.
 */
public record LoopPrediction() implements Experiment<LoopPredictionEvidence> {

    private static final int STEPS = 2;
    private static final int PREDICTIONS = 5;

    @Override
    public String id() {
        return "loop-prediction";
    }

    @Override
    public Class<LoopPredictionEvidence> evidenceType() {
        return LoopPredictionEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Loops.priced(
                model,
                Price.forwards(2 * PREDICTIONS)
                        .plus(Price.steps(STEPS * Loops.accumulated(model))));
    }

    @Override
    public LoopPredictionEvidence perform(Bench bench) {
        Batch original = ExchangedBatch.original(bench);
        List<LoopOutput> seen = new ArrayList<>();
        try (OwnLoop loop = OwnLoop.start(bench, bench.seed())) {
            NamedTensors own =
                    loop.model().scoped(() -> loop.model().predict(original).toArrays());
            NamedTensors start = loop.predict(original);
            train(loop, bench);
            Ways given = Ways.of(bench, loop::predict);
            Ways wanted = loop.model()
                    .scoped(() ->
                            Ways.of(bench, batch -> loop.model().predict(batch).toArrays()));
            for (String name : start.names()) {
                seen.add(fromModel(name, start, own));
                seen.addAll(moved(name, given, wanted, original.size()));
            }
        }
        return new LoopPredictionEvidence(original.size(), seen);
    }

    private static void train(OwnLoop loop, Bench bench) {
        int steps = STEPS * Loops.accumulated(bench.subject());
        for (int i = 0; loop.steps() && i < steps; i++) {
            loop.step(bench.batch(i % STEPS));
        }
    }

    private static LoopOutput fromModel(String name, NamedTensors start, NamedTensors own) {
        ArrayTensor given = start.get(name).toArray();
        int index = start.names().indexOf(name);
        double moved = index < own.size()
                ? AfterProcessing.distance(
                        given, own.get(own.names().get(index)).toArray())
                : Double.NaN;
        return output(name, Asked.THE_MODEL, moved, 0, given);
    }

    private static List<LoopOutput> moved(String name, Ways given, Ways wanted, int batchSize) {
        ArrayTensor first = given.first().get(name).toArray();
        if (first.shape().rank() == 0 || first.shape().size(0) != batchSize) {
            return List.of();
        }
        int index = given.first().names().indexOf(name);
        return List.of(
                output(name, Asked.AGAIN, given.again(index), wanted.again(index), first),
                output(name, Asked.AFTER_ANOTHER, given.after(index), wanted.after(index), first),
                output(name, Asked.AMONG_OTHERS, given.among(index), wanted.among(index), first));
    }

    private static LoopOutput output(
            String name, Asked asked, double moved, double ownMoved, ArrayTensor values) {
        double epsilon = Math.max(values.elementType().epsilon(), ElementType.FLOAT32.epsilon());
        return new LoopOutput(name, asked, moved, ownMoved, values.summary().maxAbs(), epsilon);
    }

    /** The same examples predicted in several ways. */
    private record Ways(
            NamedTensors first,
            NamedTensors repeated,
            NamedTensors afterOther,
            NamedTensors amongOthers,
            int[] kept) {

        static Ways of(Bench bench, Function<Batch, NamedTensors> predict) {
            Batch original = ExchangedBatch.original(bench);
            ExchangedBatch half = ExchangedBatch.secondHalf(bench);
            NamedTensors first = predict.apply(original);
            NamedTensors again = predict.apply(original);
            NamedTensors among = predict.apply(half.batch());
            return new Ways(first, again, predict.apply(original), among, half.kept());
        }

        double again(int index) {
            return distance(repeated, index);
        }

        double after(int index) {
            return distance(afterOther, index);
        }

        double among(int index) {
            return index < first.size()
                    ? RowMovement.of(at(first, index), at(amongOthers, index), kept)
                            .moved()
                    : 0;
        }

        private double distance(NamedTensors later, int index) {
            if (index >= first.size()) {
                return 0;
            }
            ArrayTensor one = at(first, index);
            ArrayTensor two = at(later, index);
            if (!one.shape().equals(two.shape())) {
                return Double.POSITIVE_INFINITY;
            }
            TensorDifference difference = one.differenceFrom(two);
            return difference.nonFinite() > 0 ? Double.POSITIVE_INFINITY : difference.maxAbs();
        }

        private static ArrayTensor at(NamedTensors outputs, int index) {
            return outputs.get(outputs.names().get(index)).toArray();
        }
    }
}
