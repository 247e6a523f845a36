package dev.mltest.library.initialisation;

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

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * No weight starts with equal units that its gradients never tell apart. Units that are equal and
 * get equal gradients are one unit for ever, however many there are. Equal units with different
 * gradients, as in a last layer that starts at zero, part in the first step and are fine.
 */
public final class UnitsOfALayerDiffer implements Check {

    private static final Bound KINDS = Bound.above(
            1, "exact at the start; gradients within the square root of their type's epsilon");

    @Override
    public String id() {
        return "units-of-a-layer-differ";
    }

    @Override
    public String claim() {
        return "should start with units that differ, or come to differ";
    }

    @Override
    public String because() {
        return "units that start equal and get equal gradients remain one unit, however many"
                + " there are";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new GradientCourse());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        GradientCourseEvidence evidence = book.of(new GradientCourse()).get(0);
        if (evidence.courses().isEmpty()) {
            return new Outcome.NotApplicable("no trainable weight has two axes or more");
        }
        Examination examination = Examination.of(
                        "weights of two axes or more", "hold one unit many times")
                .under(evidence.conditions());
        for (Course course : evidence.courses()) {
            IntStream.range(0, course.spreads().size())
                    .filter(axis -> isSymmetric(course, axis))
                    .boxed()
                    .findFirst()
                    .ifPresentOrElse(
                            axis -> accuse(examination, course, axis),
                            () -> measure(examination, course, 2));
        }
        return examination.outcome();
    }

    private static void measure(Examination examination, Course course, int kinds) {
        examination.measure(
                course.parameter().describe(), "kinds of units (2: several)", kinds, KINDS);
    }

    private static void accuse(Examination examination, Course course, int axis) {
        measure(examination, course, 1);
        double largest =
                course.gradients().stream().mapToDouble(Arrived::norm).max().orElse(0);
        String units = "all %d slices along axis %d of %s are equal"
                .formatted(course.parameter().shape().size(axis), axis, course.path());
        examination.clue(
                largest == 0
                        ? units + ", and no gradient arrives in any step"
                        : units + ", and so are those of its gradient, whose norm is "
                                + Numbers.text(largest));
    }

    /** One number for each unit may start equal; that none of them is used is another fault. */
    private static boolean isUnusedGain(Course course) {
        long axes = LongStream.of(course.parameter().shape().sizes())
                .filter(size -> size > 1)
                .count();
        return axes < 2 && course.gradients().stream().allMatch(seen -> seen.norm() == 0);
    }

    /** Whether units were equal from the start, and nothing that arrived tells them apart. */
    private static boolean isSymmetric(Course course, int axis) {
        if (course.spreads().get(axis) != 0 || isUnusedGain(course)) {
            return false;
        }
        double equal = Math.sqrt(course.parameter().elementType().epsilon());
        boolean always =
                course.gradients().stream().allMatch(seen -> seen.spreads().get(axis) < equal);
        boolean withoutNoise = course.quiet().stream()
                .anyMatch(seen -> seen.norm() > 0 && seen.spreads().get(axis) < equal);
        return always || withoutNoise;
    }
}
