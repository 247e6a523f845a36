package dev.mltest.corpus.tabular;

import dev.mltest.corpus.oracle.Distance;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Engine;
import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.Shape;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What can be seen of the network alone. */
final class NetworkOracles {

    private NetworkOracles() {}

    /** The network has fewer outputs than there are classes. */
    static Oracle outputsAreTooFew() {
        return Measured.by(
                        "outputs for three classes",
                        program -> started(
                                program, run -> outputs(program, run).shape().size(1)))
                .isBelow(3);
    }

    /** The loss says nothing to the first hidden layer. */
    static Oracle hiddenGradientIsZero() {
        return Measured.by(
                        "largest gradient of a weight of the first layer",
                        program -> started(
                                program,
                                run -> run.gradients(rows(program, 64)).entrySet().stream()
                                        .filter(entry -> entry.getKey().startsWith("hidden1/"))
                                        .mapToDouble(entry ->
                                                entry.getValue().summary().maxAbs())
                                        .max()
                                        .orElse(0)))
                .isBelow(1e-12);
    }

    /** Training leaves the units of the first layer equal. */
    static Oracle unitsStayEqual() {
        return Measured.by(
                        "largest difference between two units after 20 steps",
                        program -> started(program, run -> {
                            IntStream.range(0, 20).forEach(step -> run.step(rows(program, 64)));
                            return differenceOfUnits(program, run);
                        }))
                .isBelow(1e-6);
    }

    private static double differenceOfUnits(Program program, Run run) {
        double[][] weights = FirstLayer.of(program, run).weights();
        return Arrays.stream(weights)
                .mapToDouble(unit -> Distance.between(unit, weights[0]))
                .max()
                .orElse(0);
    }

    /** The first loss is far above that of equal outputs. */
    static Oracle startsFarOff() {
        return Measured.by(
                        "first loss, by the loss of equal outputs",
                        program ->
                                started(program, run -> run.loss(rows(program, 200)) / Math.log(3)))
                .isAbove(2);
    }

    /** Halfway between two examples are, up to a constant, the logits halfway between theirs. */
    static Oracle logitsAreAffine() {
        return Measured.by(
                        "bend of the logits between two examples",
                        program -> started(program, run -> bend(program, run)))
                .isBelow(1e-3);
    }

    private static double bend(Program program, Run run) {
        Batch pair = rows(program, 2);
        ArrayTensor features = pair.inputs().first().toArray();
        double[] halfway = IntStream.range(0, features.rowLength())
                .mapToDouble(i -> (features.get(i) + features.get(i + features.rowLength())) / 2)
                .toArray();
        Batch middle = Rows.withFeatures(
                pair.rows(0),
                ArrayTensor.of(ElementType.FLOAT32, Shape.of(1, halfway.length), halfway));
        double[] ends = logits(program, run, pair);
        double[] between = logits(program, run, middle);
        return IntStream.range(1, between.length)
                .mapToDouble(i -> Math.abs(between[i]
                        - between[0]
                        - (ends[i] - ends[0] + ends[i + between.length] - ends[between.length])
                                / 2))
                .max()
                .orElse(0);
    }

    private static double[] logits(Program program, Run run, Batch examples) {
        double[] outputs = run.predict(examples).first().toArray().toDoubles();
        return program.engine() == Engine.DJL
                ? outputs
                : Arrays.stream(outputs).map(Math::log).toArray();
    }

    /** The outputs do not notice which example they are for. */
    static Oracle outputIsConstant() {
        return Measured.by(
                        "spread of the output over the validation examples",
                        program -> started(
                                program, run -> spread(outputs(program, run).toDoubles())))
                .isBelow(1e-6);
    }

    private static double spread(double[] values) {
        return Arrays.stream(values).max().orElse(0)
                - Arrays.stream(values).min().orElse(0);
    }

    static ArrayTensor outputs(Program program, Run run) {
        return run.predict(TableOracles.all(program.data().validation()))
                .first()
                .toArray();
    }

    static Batch rows(Program program, int count) {
        return program.data().training().examples(IntStream.range(0, count).toArray());
    }

    static double started(Program program, ToDoubleFunction<Run> measure) {
        try (Run run = program.start(1)) {
            return measure.applyAsDouble(run);
        }
    }
}
