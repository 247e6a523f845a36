package dev.mltest.library.loop;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.MetricEvidence;
import dev.mltest.evidence.MetricEvidence.Stage;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.MetricSanity;
import dev.mltest.model.Numbers;

import java.util.Set;

/**
 * The user's metric calls outputs that equal the targets better than their opposite, and no worse
 * than outputs that favour nothing; and it rises while the model's own outputs are moved to the
 * targets, as the loss falls then.
 */
public final class TheMetricPrefersTheTargets implements Check {

    private static final String PLACE = "loop metric";
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
        Examination extremes = Examination.ofOne("the metric does not prefer the targets")
                .under(conditions(evidence))
                .measure(
                        PLACE,
                        "targets better than their opposite by",
                        evidence.aboveOpposite(),
                        Bound.above(0, DEFINITION))
                .clue(
                        "it is %s at outputs equal to the targets, %s at outputs that favour nothing, %s at their opposite"
                                .formatted(
                                        Numbers.text(evidence.atTargets()),
                                        Numbers.text(evidence.atNeutral()),
                                        Numbers.text(evidence.atOpposite())));
        if (!Double.isNaN(evidence.atNeutral())) {
            extremes.measure(
                    PLACE,
                    "targets better than neutral outputs by",
                    evidence.aboveNeutral(),
                    Bound.atLeast(0, DEFINITION));
        }
        return extremes.findsViolation() || !evidence.hasWayToGo()
                ? extremes.outcome()
                : way(evidence);
    }

    private static Outcome way(MetricEvidence evidence) {
        Examination examination = Examination.ofOne(
                        "the metric does not rise on the way to the targets")
                .under(conditions(evidence))
                .measure(
                        PLACE,
                        "gain from the model's own outputs to outputs near the targets",
                        evidence.gainOnTheWay(),
                        Bound.above(0, "by definition: it calls the targets better than both"));
        for (Stage stage : evidence.way()) {
            examination.clue("%s of the way left: metric %s, loss %s"
                    .formatted(
                            Numbers.text(stage.away()),
                            Numbers.text(stage.value()),
                            Numbers.text(stage.loss())));
        }
        return examination
                .clue("at outputs equal to the targets it is " + Numbers.text(evidence.atTargets()))
                .outcome();
    }

    private static String conditions(MetricEvidence evidence) {
        return "%d examples".formatted(evidence.examples());
    }
}
