package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.RunEvidence;

import java.util.List;
import java.util.Optional;

/** A published tool: a list of rules over what was recorded of one training. */
abstract class PublishedArm implements Arm {

    private final String name;
    private final String source;
    private final List<Rule> rules;

    PublishedArm(String name, String source, List<Rule> rules) {
        this.name = name;
        this.source = source;
        this.rules = List.copyOf(rules);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String source() {
        return source;
    }

    final List<Rule> rules() {
        return rules;
    }

    @Override
    public final List<Finding> judge(Exhibit exhibit) {
        RunEvidence run = exhibit.run();
        return rules.stream()
                .map(rule -> rule.judge(run))
                .flatMap(Optional::stream)
                .toList();
    }
}
