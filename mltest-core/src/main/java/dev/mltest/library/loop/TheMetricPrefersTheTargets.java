package dev.mltest.library.loop;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.MetricEvidence;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.MetricSanity;
import dev.mltest.model.Numbers;

import java.util.Set;

/**
 * The user's metric calls outputs that equal the targets better than their opposite, and no worse
 * than outputs that favour nothing.
 */
public final class TheMetricPrefersTheTargets implements Check {

    private static final String DEFINITION =
            "by definition: nothing is better than the targets themselves";

    @Override
    public String id() {
        return "the-metric-prefers-the-targets";
    }

    @Override
    public String claim() {
        return "should be measured by a metric that prefers the targets";
    }

    @Override
    public String because() {
        return "a metric that cannot tell right from wrong picks models at random";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new MetricSanity());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        MetricEvidence evidence = book.of(new MetricSanity()).get(0);
        return Examination.ofOne("the metric does not prefer the targets")
                .under("%d examples".formatted(evidence.examples()))
                .measure(
                        "loop metric",
                        "targets better than their opposite by",
                        evidence.aboveOpposite(),
                        Bound.above(0, DEFINITION))
                .measure(
                        "loop metric",
                        "targets better than neutral outputs by",
                        evidence.aboveNeutral(),
                        Bound.atLeast(0, DEFINITION))
                .clue(
                        "it is %s at outputs equal to the targets, %s at outputs that favour nothing, %s at their opposite"
                                .formatted(
                                        Numbers.text(evidence.atTargets()),
                                        Numbers.text(evidence.atNeutral()),
                                        Numbers.text(evidence.atOpposite())))
                .outcome();
    }
}
