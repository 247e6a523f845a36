package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.RunEvidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One rule of a published tool. It stays silent where it cannot be evaluated.
 *
 * @param name what it is called here
 * @param properties the properties of the protocol that it is closest to
 * @param isFailure whether the tool takes it for a failure, not for a mere warning
 * @param look decides on the evidence alone
 */
record Rule(
        String name,
        List<String> properties,
        boolean isFailure,
        Function<RunEvidence, Optional<Alarm>> look) {

    /** Keeps its own copy. */
    Rule {
        properties = List.copyOf(properties);
    }

    static Rule failure(
            String name, Function<RunEvidence, Optional<Alarm>> look, String... properties) {
        return new Rule(name, List.of(properties), true, look);
    }

    static Rule warning(
            String name, Function<RunEvidence, Optional<Alarm>> look, String... properties) {
        return new Rule(name, List.of(properties), false, look);
    }

    Optional<Finding> judge(RunEvidence run) {
        return look.apply(run)
                .map(alarm ->
                        new Finding(name, properties, alarm.loci(), isFailure, alarm.measured()));
    }
}
