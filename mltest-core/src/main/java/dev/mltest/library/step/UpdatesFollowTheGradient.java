package dev.mltest.library.step;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.UpdateCourseEvidence;
import dev.mltest.evidence.UpdateCourseEvidence.Moment;
import dev.mltest.experiment.UpdateCourse;
import dev.mltest.model.Numbers;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * While a few examples are learnt by heart, updates do not grow by an order of magnitude while the
 * gradient does not: neither the update itself nor its ratio to the gradient.
 */
public final class UpdatesFollowTheGradient implements Check {

    private static final double MOST = 10;
    private static final int EARLY = 2;

    @Override
    public String id() {
        return "updates-follow-the-gradient";
    }

    @Override
    public String claim() {
        return "should take longer steps only where the gradient is larger";
    }

    @Override
    public String because() {
        return "steps that grow by themselves follow the optimizer's memory and not the loss";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new UpdateCourse());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        UpdateCourseEvidence course = book.of(new UpdateCourse()).get(0);
        List<Moment> moments = course.moments().stream()
                .filter(moment -> moment.update() > 0 && Double.isFinite(moment.update()))
                .filter(moment -> Double.isFinite(moment.gradient()))
                .toList();
        if (moments.size() <= EARLY) {
            return new Outcome.NotApplicable(
                    "there are too few updates of a size other than 0 to compare, in %d"
                            .formatted(course.moments().size()));
        }
        Moment early = moments.stream()
                .limit(EARLY)
                .max(Comparator.comparingDouble(Moment::update))
                .orElseThrow();
        Moment late = moments.stream()
                .skip(EARLY)
                .max(Comparator.comparingDouble(moment -> growth(early, moment)))
                .orElseThrow();
        return outcome(course, early, late);
    }

    private static double growth(Moment early, Moment late) {
        double growth = late.update() / early.update();
        return late.gradient() <= early.gradient()
                ? growth
                : Math.min(growth, growth * early.gradient() / late.gradient());
    }

    private static Outcome outcome(UpdateCourseEvidence course, Moment early, Moment late) {
        return Examination.ofOne("updates grow by themselves")
                .under("steps %d to %d on %d examples"
                        .formatted(early.step(), late.step(), course.examples()))
                .measure(
                        "optimizer",
                        "growth of the update beyond that of the gradient",
                        growth(early, late),
                        Bound.atMost(
                                MOST,
                                "an order of magnitude; a warm-up that grows evenly makes its steps"
                                        + " eight times as long from step 20 to step 160"))
                .clue(describe(early))
                .clue(describe(late))
                .outcome();
    }

    private static String describe(Moment moment) {
        return "at step %d the gradient has norm %s and the update %s"
                .formatted(
                        moment.step(),
                        Numbers.text(moment.gradient()),
                        Numbers.text(moment.update()));
    }
}
