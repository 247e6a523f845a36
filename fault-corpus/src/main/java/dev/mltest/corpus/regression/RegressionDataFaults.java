package dev.mltest.corpus.regression;

import dev.mltest.corpus.oracle.Measured;
import dev.mltest.corpus.oracle.NotNumbers;
import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Faults of the readings on their way to the network. */
final class RegressionDataFaults {

    private RegressionDataFaults() {}

    @Fault(
            value = "DA03",
            at = {"training data*", "input*"})
    static Edit pressureMissingInOneOfAThousand() {
        return Edit.in(
                        new Wind() {
                            @Override
                            List<Reading> readings(int count, Random random) {
                                List<Reading> readings = super.readings(count, random);
                                for (int i = 0; i < count / 1000; i++) {
                                    readings.get(random.nextInt(count)).sensors()[3] = Double.NaN;
                                }
                                return readings;
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(NotNumbers.afterTraining());
    }

    @Fault(
            value = "DA06",
            at = {"training data*", "input*"})
    static Edit oneArrayForAllReadings() {
        return Edit.in(
                        new Wind() {
                            private final float[] row = new float[SENSORS];

                            @Override
                            float[] features(Reading reading) {
                                return fill(row, reading);
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(Measured.by(
                                "different rows in a batch of 32",
                                program -> distinctRows(
                                        program.data().training().examples(firstRows(32))))
                        .isBelow(32));
    }

    private static double distinctRows(Batch batch) {
        ArrayTensor inputs = batch.inputs().first().toArray();
        return IntStream.range(0, batch.size())
                .mapToObj(row -> Arrays.toString(inputs.rows(row).toDoubles()))
                .distinct()
                .count();
    }

    private static int[] firstRows(int count) {
        return IntStream.range(0, count).toArray();
    }

    @Fault(
            value = "LB71",
            at = {"training data*", "input*"})
    static Edit humidityReplacedByTheGeneratorsCurrent() {
        return Edit.in(
                        new Wind() {
                            @Override
                            float[] features(Reading reading) {
                                float[] features = super.features(reading);
                                features[4] = (float) (reading.watts() / RATED);
                                return features;
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(Measured.by(
                                "largest squared correlation of a feature with the target",
                                RegressionDataFaults::largestCorrelation)
                        .isAbove(0.99));
    }

    private static double largestCorrelation(Program program) {
        Batch batch = program.data().training().examples(firstRows(500));
        double[] targets = batch.target().toDoubles();
        ArrayTensor inputs = batch.inputs().first().toArray();
        return IntStream.range(0, Wind.SENSORS)
                .mapToDouble(feature -> squaredCorrelation(
                        IntStream.range(0, targets.length)
                                .mapToDouble(row -> inputs.get(row * Wind.SENSORS + feature))
                                .toArray(),
                        targets))
                .max()
                .orElseThrow();
    }

    private static double squaredCorrelation(double[] one, double[] other) {
        double oneMean = Arrays.stream(one).average().orElseThrow();
        double otherMean = Arrays.stream(other).average().orElseThrow();
        double products = 0;
        double oneSquares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            products += (one[i] - oneMean) * (other[i] - otherMean);
            oneSquares += Math.pow(one[i] - oneMean, 2);
            otherSquares += Math.pow(other[i] - otherMean, 2);
        }
        return products * products / (oneSquares * otherSquares);
    }
}
