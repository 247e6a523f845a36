package dev.mltest.library.gradient;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.GradientCourseEvidence;
import dev.mltest.evidence.GradientCourseEvidence.Arrived;
import dev.mltest.evidence.GradientCourseEvidence.Course;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.GradientCourse;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;

/**
 * No weight's gradient is so small beside another's, each relative to its own weight, that no
 * learning rate serves both: one that moves the smaller by a unit in its last place would replace
 * the larger altogether. That is a ratio of the element type's epsilon, whatever the depth.
 */
public final class GradientsKeepTheirSize implements Check {

    @Override
    public String id() {
        return "gradients-keep-their-size";
    }

    @Override
    public String claim() {
        return "should keep the size of its gradients over depth";
    }

    @Override
    public String because() {
        return "where gradients vanish or explode from layer to layer, no learning rate trains both"
                + " ends";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new GradientCourse());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        GradientCourseEvidence evidence = book.of(new GradientCourse()).get(0);
        List<Course> reached = evidence.courses().stream()
                .filter(GradientsKeepTheirSize::isReachedAtOnce)
                .toList();
        double largest =
                reached.stream().mapToDouble(GradientsKeepTheirSize::size).max().orElse(0);
        if (reached.size() < 2) {
            return new Outcome.NotApplicable(
                    "fewer than two weights start non-zero and receive a finite gradient, so that"
                            + " there is no depth to compare over");
        }
        Examination examination =
                Examination.of("weights", "receive next to nothing").under(evidence.conditions());
        reached.forEach(course -> examination.measure(
                course.parameter().describe(),
                "relative gradient, over the largest one's",
                size(course) / largest,
                bound(course)));
        explain(examination, reached);
        return examination.outcome();
    }

    private static Bound bound(Course course) {
        return Bound.atLeast(
                course.parameter().elementType().epsilon(),
                "the epsilon of the element type: no learning rate moves both weights");
    }

    private static boolean isReachedAtOnce(Course course) {
        return course.norm() > 0
                && !course.gradients().isEmpty()
                && course.gradients().get(0).norm() > 0
                && course.relativeNorms().allMatch(Double::isFinite);
    }

    /** The largest over the steps, so that no single batch decides. */
    private static double size(Course course) {
        return course.relativeNorms().max().orElse(0);
    }

    private static void explain(Examination examination, List<Course> reached) {
        Course first = reached.get(0);
        Course last = reached.get(reached.size() - 1);
        examination.clue("the largest norm of the gradient is %s at %s and %s at %s"
                .formatted(largest(first), first.path(), largest(last), last.path()));
        examination.clue("the root mean square of these weights is %s and %s at the start"
                .formatted(rms(first), rms(last)));
    }

    private static String largest(Course course) {
        return Numbers.text(
                course.gradients().stream().mapToDouble(Arrived::norm).max().orElse(0));
    }

    private static String rms(Course course) {
        double elements = course.parameter().shape().elements();
        return Numbers.text(course.norm() / Math.sqrt(elements));
    }
}
