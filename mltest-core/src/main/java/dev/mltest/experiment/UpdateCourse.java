package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.UpdateCourseEvidence;
import dev.mltest.evidence.UpdateCourseEvidence.Moment;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/**
 * How long are updates while the gradient fades? A few examples are learnt by heart, where it fades
 * soonest and steps are cheapest. Over once updates have halved.
 */
public record UpdateCourse() implements Experiment<UpdateCourseEvidence> {

    private static final int EXAMPLES = 4;
    private static final int STRIDE = 20;
    private static final int LOOKS = 9;
    private static final double FADED = 0.5;

    @Override
    public String id() {
        return "update-course";
    }

    @Override
    public Class<UpdateCourseEvidence> evidenceType() {
        return UpdateCourseEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return SmallBatch.PRICE
                .plus(Price.gradients(LOOKS))
                .plus(Price.steps((LOOKS - 1) * STRIDE + 1));
    }

    @Override
    public UpdateCourseEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        Batch batch = SmallBatch.of(bench, model, EXAMPLES);
        Stepper stepper = new Stepper(model, 1);
        List<Moment> moments = new ArrayList<>();
        for (int look = 0; look < LOOKS && !haveFaded(moments); look++) {
            stepper.watchedStep(batch);
            moments.add(new Moment(look * STRIDE, stepper.gradient(), stepper.update()));
            if (look + 1 < LOOKS) {
                goOn(stepper, batch, moments);
            }
        }
        return new UpdateCourseEvidence(batch.size(), moments);
    }

    private static void goOn(Stepper stepper, Batch batch, List<Moment> moments) {
        for (int step = 1; step < STRIDE && !haveFaded(moments); step++) {
            stepper.step(batch);
        }
    }

    /** Since the second look: the first step of many a rule is longer than any other. */
    private static boolean haveFaded(List<Moment> moments) {
        return moments.size() > 2
                && moments.get(moments.size() - 1).update()
                        <= FADED * moments.get(1).update();
    }
}
