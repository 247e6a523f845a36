package dev.mltest.benchmark;

import dev.mltest.check.Outcome;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** mltest's gradient check against DL4J's {@code GradientCheckUtil}: time, misses, false alarms. */
public final class GradientCheckRace {

    private static final int REPEATS = 5;
    private static final List<RaceNetworks> SPOILT =
            List.of(RaceNetworks.SMALL, RaceNetworks.MIDDLE, RaceNetworks.CONVOLUTIONAL);
    private static final List<Double> SIZES = List.of(0.1, 0.01, 0.001, 0.0);

    private GradientCheckRace() {}

    /** Writes {@code results/gradient-check.md} below the folder of the first argument. */
    public static void main(String... arguments) throws IOException {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        ResultPage page = new ResultPage("gradient-check", "Gradient checks: mltest and DL4J")
                .paragraph(
                        "The same networks, data (%d examples) and double precision for both, in one run. DL4J's"
                                        .formatted(RaceNetworks.EXAMPLES)
                                + " `GradientCheckUtil` moves every parameter up and down by 1e-6 and allows a relative"
                                + " error of 1e-3 or an absolute one of 1e-8; mltest's `gradients-match-the-slopes` moves all"
                                + " of them at once along three directions. Times are all of it, from building the"
                                + " network (mltest: and its copy) to the outcome.")
                .heading("Time")
                .table(
                        List.of("network", "parameters", "DL4J, ms", "mltest, ms", "times faster"),
                        times())
                .paragraph("Median of %d (LeNet with DL4J: once), after one that does not count."
                        .formatted(REPEATS))
                .heading("Wrong gradients found, right ones accused")
                .table(
                        List.of(
                                "error, of the norm of one parameter's gradient",
                                "networks",
                                "DL4J accuses",
                                "mltest accuses",
                                "mltest names the parameter",
                                "mltest not applicable"),
                        detection(200))
                .paragraph(
                        "A random direction is added to the gradient of one parameter, drawn at random; the"
                                + " networks are those of 83 and 1,123 parameters and one with convolutions and max"
                                + " pooling (%d), half of each with ReLU. An error of 0 is a right gradient."
                                        .formatted(network(RaceNetworks.CONVOLUTIONAL, 1)
                                                .numParams()));
        System.out.println(page.write(Path.of(arguments[0])));
    }

    private static List<List<String>> times() {
        List<List<String>> rows = new ArrayList<>();
        for (RaceNetworks each : RaceNetworks.values()) {
            DataSet data = each.data(1);
            double theirs = milliseconds(
                    each == RaceNetworks.LENET ? 0 : REPEATS,
                    () -> GradientCheckers.accusedByDl4j(network(each, 1), data));
            double ours = milliseconds(
                    REPEATS, () -> GradientCheckers.byMltest(seed -> network(each, seed), data, 1));
            rows.add(List.of(
                    each.name().toLowerCase(Locale.ROOT),
                    String.format(Locale.ROOT, "%,d", network(each, 1).numParams()),
                    String.format(Locale.ROOT, "%,.0f", theirs),
                    String.format(Locale.ROOT, "%,.1f", ours),
                    String.format(Locale.ROOT, "%,.0f", theirs / ours)));
            System.out.println(rows.get(rows.size() - 1));
        }
        return rows;
    }

    /** Median of several runs after one to warm up; of that one alone if there are none. */
    private static double milliseconds(int repeats, Supplier<?> work) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= repeats; i++) {
            System.gc();
            long start = System.nanoTime();
            work.get();
            times.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> counted = times.subList(repeats == 0 ? 0 : 1, times.size());
        return counted.stream().sorted().toList().get(counted.size() / 2);
    }

    static List<List<String>> detection(int networks) {
        return SIZES.stream()
                .map(size -> {
                    List<Trial> trials = IntStream.range(0, networks)
                            .mapToObj(i -> Trial.of(SPOILT.get(i % SPOILT.size()), i, size))
                            .toList();
                    List<String> row = List.of(
                            size == 0 ? "none" : String.format(Locale.ROOT, "%.3g %%", 100 * size),
                            String.valueOf(networks),
                            count(trials, Trial::byDl4j),
                            count(trials, Trial::byMltest),
                            count(trials, Trial::named),
                            count(trials, Trial::notApplicable));
                    System.out.println(row);
                    return row;
                })
                .toList();
    }

    private static String count(List<Trial> trials, Predicate<Trial> which) {
        return String.valueOf(trials.stream().filter(which).count());
    }

    private static MultiLayerNetwork network(RaceNetworks kind, long seed) {
        MultiLayerNetwork network =
                new MultiLayerNetwork(kind.configuration(seed, Activation.TANH));
        network.init();
        return network;
    }

    /** What both say of one network. */
    private record Trial(boolean byDl4j, boolean byMltest, boolean named, boolean notApplicable) {

        static Trial of(RaceNetworks kind, int seed, double size) {
            Activation hidden = seed % 2 == 0 ? Activation.TANH : Activation.RELU;
            MultiLayerConfiguration configuration = kind.configuration(seed, hidden);
            MultiLayerNetwork right = new MultiLayerNetwork(configuration);
            right.init();
            List<String> keys = List.copyOf(right.paramTable().keySet());
            String spoilt = keys.get(seed / SPOILT.size() % keys.size());
            Networks made = new Networks(configuration, spoilt, size);
            DataSet data = kind.data(seed);
            Outcome outcome = GradientCheckers.byMltest(made::network, data, seed);
            return new Trial(
                    GradientCheckers.accusedByDl4j(made.network(seed), data),
                    outcome instanceof Outcome.Violated,
                    outcome instanceof Outcome.Violated violated
                            && violated.violations().get(0).locus().equals(path(spoilt)),
                    outcome instanceof Outcome.NotApplicable);
        }

        /**
         * Layers are named by their number: DL4J's key {@code 1_W} is mltest's path {@code 1/W}.
         */
        private static String path(String key) {
            return key.replace('_', '/');
        }
    }

    private record Networks(MultiLayerConfiguration configuration, String parameter, double size) {

        MultiLayerNetwork network(long seed) {
            MultiLayerNetwork network = size == 0
                    ? new MultiLayerNetwork(configuration.clone())
                    : new WronglyDifferentiated(configuration.clone(), parameter, size, seed);
            network.init();
            return network;
        }
    }
}
