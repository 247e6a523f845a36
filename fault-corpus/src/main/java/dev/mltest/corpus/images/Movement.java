package dev.mltest.corpus.images;

import dev.mltest.corpus.oracle.Distance;
import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How far parameters move. */
final class Movement {

    private Movement() {}

    /** The largest movement of any number whose parameter's name is wanted. */
    static double between(
            Map<String, ArrayTensor> before,
            Map<String, ArrayTensor> after,
            Predicate<String> wanted) {
        return before.keySet().stream()
                .filter(wanted)
                .mapToDouble(name -> Distance.between(value(before, name), value(after, name)))
                .max()
                .orElse(0);
    }

    private static ArrayTensor value(Map<String, ArrayTensor> values, String name) {
        return Objects.requireNonNull(values.get(name), () -> "there is no " + name);
    }

    /** Of anything, while the program validates. */
    static Measured whileValidating() {
        return Measured.by("largest movement of a parameter while validating", program -> {
            try (Run run = program.start(1)) {
                Validations validations = new Validations(run);
                program.train(run, 1, validations);
                return validations.largest;
            }
        });
    }

    /** Steps on as many batches as go into an update, against that of their mean gradient. */
    static Measured ofAnUpdate(int batches, String parameter) {
        return Measured.by("an update against that by the mean gradient", program -> {
            try (Run run = program.start(1)) {
                double gradient = length(gradient(program, run, batches, parameter));
                double[] before = value(run.parameters(), parameter).toDoubles();
                for (int i = 0; i < batches; i++) {
                    run.step(batch(program, i));
                }
                double[] after = value(run.parameters(), parameter).toDoubles();
                double[] update = IntStream.range(0, after.length)
                        .mapToDouble(i -> after[i] - before[i])
                        .toArray();
                return length(update) / (program.learningRate() * gradient);
            }
        });
    }

    private static double[] gradient(Program program, Run run, int batches, String parameter) {
        double[] mean = new double[value(run.parameters(), parameter).length()];
        for (int i = 0; i < batches; i++) {
            ArrayTensor one = value(run.gradients(batch(program, i)), parameter);
            for (int j = 0; j < mean.length; j++) {
                mean[j] += one.get(j) / batches;
            }
        }
        return mean;
    }

    private static Batch batch(Program program, int index) {
        int size = program.data().batchSize();
        return program.data()
                .training()
                .examples(IntStream.range(index * size, (index + 1) * size).toArray());
    }

    private static double length(double... vector) {
        return Math.sqrt(IntStream.range(0, vector.length)
                .mapToDouble(i -> vector[i] * vector[i])
                .sum());
    }

    /** Compares what the last step of an epoch left with what validation leaves. */
    private static final class Validations implements Watch {

        private final Run run;
        private Map<String, ArrayTensor> last;
        private double largest;

        Validations(Run run) {
            this.run = run;
            last = run.parameters();
        }

        @Override
        public void after(int epoch, Batch batch, double loss) {
            last = run.parameters();
        }

        @Override
        public void epochEnded(int epoch, double validationScore) {
            largest = Math.max(largest, between(last, run.parameters(), name -> true));
        }
    }
}
