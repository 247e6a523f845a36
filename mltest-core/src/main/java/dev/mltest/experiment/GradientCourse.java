package dev.mltest.experiment;

import dev.mltest.evidence.GradientCourseEvidence;
import dev.mltest.evidence.GradientCourseEvidence.Arrived;
import dev.mltest.evidence.GradientCourseEvidence.Course;
import dev.mltest.evidence.Price;
import dev.mltest.model.Batch;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How large is the gradient of each weight over the first steps, and does it tell the units of a
 * layer apart? Several steps, since zero-initialised layers pass nothing in the first.
 */
public record GradientCourse() implements Experiment<GradientCourseEvidence> {

    private static final int BATCHES = 2;
    private static final int STEPS = 4;

    @Override
    public String id() {
        return "gradient-course";
    }

    @Override
    public Class<GradientCourseEvidence> evidenceType() {
        return GradientCourseEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.gradients(STEPS + 1).plus(Price.steps(STEPS));
    }

    @Override
    public GradientCourseEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        List<Batch> batches = bench.batches(BATCHES);
        List<Parameter> weights = model.parameters().stream()
                .filter(parameter ->
                        parameter.isTrainable() && parameter.shape().rank() >= 2)
                .toList();
        List<Course> start =
                weights.stream().map(weight -> start(model, weight)).toList();
        List<List<Arrived>> quiet = new ArrayList<>();
        if (start.stream().anyMatch(GradientCourse::hasEqualUnits)) {
            quiet.add(arrived(model, batches.get(0), Mode.INFERENCE, weights));
        }
        List<List<Arrived>> seen = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Batch batch = batches.get(step % BATCHES);
            seen.add(arrived(model, batch, Mode.TRAINING, weights));
            model.step(batch);
        }
        List<Course> courses = IntStream.range(0, weights.size())
                .mapToObj(i -> start.get(i).with(at(i, seen), at(i, quiet)))
                .toList();
        return new GradientCourseEvidence(STEPS, BATCHES, batches.get(0).size(), courses);
    }

    private static Course start(Trainable model, Parameter weight) {
        Tensor value = model.value(weight.path());
        return new Course(
                weight, value.summary().norm(), SliceSpread.of(value), List.of(), List.of());
    }

    private static List<Arrived> at(int weight, List<List<Arrived>> passes) {
        return passes.stream().map(pass -> pass.get(weight)).toList();
    }

    private static boolean hasEqualUnits(Course course) {
        return course.spreads().stream().anyMatch(spread -> spread == 0);
    }

    private static List<Arrived> arrived(
            Trainable model, Batch batch, Mode mode, List<Parameter> weights) {
        return model.scoped(() -> {
            Gradients gradients = model.gradients(batch, mode);
            return weights.stream()
                    .map(weight -> arrived(gradients.of(weight.path())))
                    .toList();
        });
    }

    private static Arrived arrived(Tensor gradient) {
        boolean finite = gradient.summary().nonFinite() == 0;
        return new Arrived(
                finite ? gradient.summary().norm() : Double.NaN, SliceSpread.of(gradient));
    }
}
