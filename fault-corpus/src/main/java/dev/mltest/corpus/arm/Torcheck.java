package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.OutputLook;
import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.RunEvidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * torcheck (github.com/pengyan510/torcheck, f84e4a7, MIT): at every step, parameters that are
 * registered as changing must differ bitwise from the step before, those registered as unchanging
 * must not; parameters and outputs must be finite; outputs must lie in a range.
 *
 * <p>Readings in its favour: the user has registered every trainable parameter as changing and
 * every frozen one as unchanging, has asked for NaN and infinity, and has given the one range that
 * is certain, 0 to 1 for probabilities; for other outputs no range.
 */
final class Torcheck extends PublishedArm {

    Torcheck() {
        super(
                "torcheck",
                "torcheck, github.com/pengyan510/torcheck f84e4a7",
                List.of(
                        Rule.failure("changing", Torcheck::still, "P12", "P10"),
                        Rule.failure("unchanging", Torcheck::moved, "P12"),
                        Rule.failure("parameter-is-finite", NotFinite::parameters, "P20"),
                        Rule.failure("output-is-finite", NotFinite::outputs, "P20"),
                        Rule.failure("output-range", Torcheck::outOfRange, "P15")));
    }

    private static Optional<Alarm> still(RunEvidence run) {
        return parameters(run, one -> one.isTrainable() && one.changed() == 0);
    }

    private static Optional<Alarm> moved(RunEvidence run) {
        return parameters(run, one -> one.isFrozen() && one.changed() > 0);
    }

    private static Optional<Alarm> parameters(RunEvidence run, Predicate<ParameterLook> condition) {
        Suspects suspects = new Suspects("elements changed by a step");
        run.looks().stream()
                .flatMap(look -> look.parameters().stream())
                .filter(condition)
                .forEach(one -> suspects.first(one.path(), one.changed()));
        return suspects.alarm();
    }

    private static Optional<Alarm> outOfRange(RunEvidence run) {
        Predicate<OutputLook> isOutside =
                output -> output.all().min() < 0 || output.all().max() > 1;
        return Alarm.when(
                run.setting().isProbabilities()
                        && run.looks().stream()
                                .flatMap(look -> look.outputs().stream())
                                .anyMatch(isOutside),
                "output",
                "outputs lie outside 0..1");
    }
}
