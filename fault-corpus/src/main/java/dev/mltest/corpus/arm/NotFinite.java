package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.Look;
import dev.mltest.corpus.record.RunEvidence;

import java.util.Optional;
import java.util.function.Consumer;

/** Where NaN or infinity was seen, the first place first. */
final class NotFinite {

    private NotFinite() {}

    static Optional<Alarm> losses(RunEvidence run) {
        long lost = run.losses().stream().filter(loss -> !Double.isFinite(loss)).count();
        return Alarm.when(lost > 0, "loss", "%d losses are not finite".formatted(lost));
    }

    static Optional<Alarm> parameters(RunEvidence run) {
        Suspects suspects = new Suspects("elements that are not finite");
        each(
                run,
                look -> look.parameters().forEach(parameter -> {
                    long lost = parameter.value().nonFinite() + parameter.nonFiniteAfter();
                    if (lost > 0) {
                        suspects.first(parameter.path(), lost);
                    }
                }));
        return suspects.alarm();
    }

    static Optional<Alarm> gradients(RunEvidence run) {
        Suspects suspects = new Suspects("elements of the gradient that are not finite");
        each(
                run,
                look -> look.parameters()
                        .forEach(parameter -> parameter.gradient().forEach(gradient -> {
                            if (!gradient.isFinite()) {
                                suspects.first(parameter.path(), gradient.nonFinite());
                            }
                        })));
        return suspects.alarm();
    }

    static Optional<Alarm> activations(RunEvidence run) {
        Suspects suspects = new Suspects("outputs that are not finite");
        each(
                run,
                look -> look.layers().forEach(layer -> {
                    if (!layer.output().isFinite()) {
                        suspects.first(layer.path(), layer.output().nonFinite());
                    }
                }));
        return suspects.alarm();
    }

    static Optional<Alarm> outputs(RunEvidence run) {
        Suspects suspects = new Suspects("numbers that are not finite");
        each(
                run,
                look -> look.outputs().forEach(output -> {
                    if (!output.all().isFinite()) {
                        suspects.first("output", output.all().nonFinite());
                    }
                }));
        return suspects.alarm();
    }

    private static void each(RunEvidence run, Consumer<Look> visit) {
        run.looks().forEach(visit);
    }
}
