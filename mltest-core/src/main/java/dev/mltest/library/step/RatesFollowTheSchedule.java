package dev.mltest.library.step;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.ScheduleEvidence;
import dev.mltest.evidence.ScheduleEvidence.Step;
import dev.mltest.experiment.ScheduledSteps;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Steps that all see one gradient are as long as the declared learning rates say. What an optimiser
 * remembers of gradients makes lengths of its own; it is accused only where it remembers none, or
 * where all its steps are the same.
 */
public final class RatesFollowTheSchedule implements Check {

    private static final Bound EXPLAINED = Bound.none(
            "under one gradient the rates decide: 2 %, or a fifth of what they differ by, and rounding");
    private static final String SOURCE =
            "one gradient, so lengths go as rates: 2 %, or a fifth of what they differ by, and rounding";

    @Override
    public String id() {
        return "rates-follow-the-schedule";
    }

    @Override
    public String claim() {
        return "should take steps as long as its declared learning rates say";
    }

    @Override
    public String because() {
        return "a schedule that is not applied, or counts other steps, lets training stall or diverge";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new ScheduledSteps());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        ScheduleEvidence evidence = book.of(new ScheduledSteps()).get(0);
        if (evidence.steps().isEmpty()) {
            return Examination.of("steps", "are not as long as declared").outcome();
        }
        MeasuredRates rates = new MeasuredRates(evidence);
        Optional<String> obstacle = obstacle(rates, evidence.steps());
        if (obstacle.isPresent()) {
            return new Outcome.NotApplicable(obstacle.get());
        }
        Optional<String> explanation = explanation(rates);
        if (explanation.isPresent()) {
            return held(explanation.get());
        }
        return rates.forget() || rates.stayTheSame()
                ? violated(rates, evidence.steps().size())
                : new Outcome.NotApplicable(
                        "the optimiser keeps a memory of past gradients that none of the usual forms"
                                + " of momentum, averages and sums of squares explains");
    }

    private static Optional<String> obstacle(MeasuredRates rates, List<Step> steps) {
        if (rates.reference() < 0) {
            return Optional.of("no step moves anything while its declared rate is above 0");
        }
        Optional<String> doubt = OneGradient.doubt(steps);
        if (doubt.isPresent()) {
            return doubt;
        }
        return rates.tellRatesApart()
                ? Optional.empty()
                : Optional.of("updates are too short, next to rounding, to tell the rates apart");
    }

    private static Optional<String> explanation(MeasuredRates rates) {
        Optional<RateMemory> memory = rates.memory();
        if (memory.isPresent()) {
            return Optional.of(memory.get().text());
        }
        if (rates.follow(1)) {
            return Optional.of("each update is in proportion to the rate of the step before");
        }
        return rates.follow(-1)
                ? Optional.of("each update is in proportion to the rate of the step after")
                : Optional.empty();
    }

    private static Outcome held(String explanation) {
        return Examination.ofOne("updates are not as long as declared")
                .measure("optimizer", "updates the rates do not explain", 0, EXPLAINED)
                .note(explanation)
                .outcome();
    }

    private static Outcome violated(MeasuredRates rates, int steps) {
        int step = rates.firstDeviation();
        double declared = rates.declared(step);
        double allowed = rates.allowed(step);
        Examination examination = Examination.ofOne("updates are not as long as declared")
                .under("%d steps on one batch, from equal weights".formatted(steps))
                .measure(
                        "optimizer",
                        "update of step %d over that of step %d".formatted(step, rates.reference()),
                        rates.measured(step),
                        Bound.between(declared - allowed, declared + allowed, SOURCE));
        clues(examination, rates, steps);
        return examination.outcome();
    }

    private static void clues(Examination examination, MeasuredRates rates, int steps) {
        int first = rates.firstDeviation();
        examination.clue(compared(rates, first));
        if (first != steps - 1) {
            examination.clue(compared(rates, steps - 1));
        }
        if (rates.stayTheSame()) {
            examination.clue("all %d updates are equally long".formatted(steps));
        }
        if (rates.forget()) {
            examination.clue("earlier steps on another batch change nothing: past gradients do not"
                    + " count");
        }
    }

    private static String compared(MeasuredRates rates, int step) {
        return "step %d is %s times as long as step %d; its declared rate is %s times as high"
                .formatted(
                        step,
                        Numbers.text(rates.measured(step)),
                        rates.reference(),
                        Numbers.text(rates.declared(step)));
    }
}
