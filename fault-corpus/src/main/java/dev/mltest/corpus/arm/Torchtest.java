package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.Look;
import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.RunEvidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * torchtest (github.com/suriyadeepan/torchtest, 66a2c8b): one training step of a new model must
 * change every parameter that requires a gradient and none of those that must stay; the outputs
 * must be finite and lie in a range. It stops at the first offender.
 *
 * <p>Readings in its favour: the user has asked for all its tests (with the default flags it checks
 * nothing) and has named the frozen parameters; any infinity counts, where the tool overlooks them
 * unless all outputs are infinite; the range is 0 to 1 for probabilities and is not asked for
 * otherwise, where the default of -1 to 1 would fail nearly every model.
 */
final class Torchtest extends PublishedArm {

    Torchtest() {
        super(
                "torchtest",
                "torchtest, github.com/suriyadeepan/torchtest 66a2c8b",
                List.of(
                        Rule.failure("vars-change", Torchtest::still, "P12", "P10"),
                        Rule.failure("vars-same", Torchtest::moved, "P12"),
                        Rule.failure("never-nan-or-inf", Torchtest::notFinite, "P20"),
                        Rule.failure("output-range", Torchtest::outOfRange, "P15")));
    }

    private static Optional<Look> firstStep(RunEvidence run) {
        return run.looks().stream().findFirst();
    }

    private static Optional<Alarm> still(RunEvidence run) {
        return firstOffender(run, one -> one.isTrainable() && one.changed() == 0);
    }

    private static Optional<Alarm> moved(RunEvidence run) {
        return firstOffender(run, one -> one.isFrozen() && one.changed() > 0);
    }

    private static Optional<Alarm> firstOffender(
            RunEvidence run, Predicate<ParameterLook> condition) {
        return firstStep(run)
                .flatMap(look -> look.parameters().stream().filter(condition).findFirst())
                .map(one -> new Alarm(
                        List.of(one.path()),
                        "the first step changed %d of its elements".formatted(one.changed())));
    }

    private static Optional<Alarm> notFinite(RunEvidence run) {
        boolean isLost = firstStep(run).stream()
                .flatMap(look -> look.outputs().stream())
                .anyMatch(output -> !output.all().isFinite());
        return Alarm.when(isLost, "output", "outputs are not finite");
    }

    private static Optional<Alarm> outOfRange(RunEvidence run) {
        boolean isOutside = firstStep(run).stream()
                .flatMap(look -> look.outputs().stream())
                .anyMatch(output -> output.all().min() < 0 || output.all().max() > 1);
        return Alarm.when(
                run.setting().isProbabilities() && isOutside, "output", "outputs outside 0..1");
    }
}
