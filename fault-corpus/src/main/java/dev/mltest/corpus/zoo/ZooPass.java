package dev.mltest.corpus.zoo;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.report.FailureText;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Puts ready-made networks through the default suite, and says what that costs as a multiple of one
 * bare training step of the engine.
 */
public final class ZooPass {

    private static final int STEPS = 9;

    private ZooPass() {}

    /**
     * Takes parts of names, separated by commas, such as {@code LeNet,DJL ResNet}; without any that
     * a network has, all networks.
     */
    public static void main(String... arguments) {
        List<String> parts = Stream.of(arguments)
                .flatMap(argument -> Stream.of(argument.split(",")))
                .filter(part -> networks().stream().anyMatch(network -> isMeant(part, network)))
                .toList();
        networks().stream()
                .filter(network ->
                        parts.isEmpty() || parts.stream().anyMatch(part -> isMeant(part, network)))
                .forEach(ZooPass::examine);
        System.exit(0); // DJL's engine keeps threads
    }

    static List<ZooNetwork> networks() {
        return Stream.of(DjlZoo.networks(), Dl4jZoo.networks())
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isMeant(String part, ZooNetwork network) {
        return !part.isBlank() && network.model().name().contains(part.strip());
    }

    private static void examine(ZooNetwork network) {
        double step = secondsOfAStep(network);
        try (Laboratory laboratory = new Laboratory(network.model())) {
            long start = System.nanoTime();
            List<CheckReport> reports =
                    new CheckRunner(laboratory, Budget.unlimited()).run(DefaultChecks.suite(), 1);
            double seconds = (System.nanoTime() - start) * 1e-9;
            System.out.printf(
                    Locale.ROOT,
                    "%n%s: suite %.1f s, bare step %.1f ms, ratio %.0f; %s, %.1f s in the model%n",
                    network.model().name(),
                    seconds,
                    step * 1000,
                    seconds / step,
                    laboratory.spent(),
                    laboratory.secondsInModel());
            reports.forEach(ZooPass::print);
        }
    }

    /** The median, after two steps to warm up. */
    static double secondsOfAStep(ZooNetwork network) {
        try (BareTraining training = network.training().get()) {
            training.step();
            training.step();
            double[] seconds = new double[STEPS];
            for (int i = 0; i < STEPS; i++) {
                long start = System.nanoTime();
                training.step();
                seconds[i] = (System.nanoTime() - start) * 1e-9;
            }
            Arrays.sort(seconds);
            return seconds[STEPS / 2];
        }
    }

    private static void print(CheckReport report) {
        System.out.printf(
                Locale.ROOT,
                "  %-38s %-14s %6.1f s  %s%n",
                report.checkId(),
                report.outcome().label(),
                report.seconds(),
                report.outcome() instanceof Outcome.NotApplicable reason ? reason.reason() : "");
        if (report.outcome() instanceof Outcome.Violated) {
            System.out.println(FailureText.of(report, "-Dcorpus.main=" + ZooPass.class.getName()));
        }
    }
}
