package dev.mltest.experiment;

import dev.mltest.evidence.LoopTrainingEvidence;
import dev.mltest.evidence.LoopTrainingEvidence.TrainedParameter;
import dev.mltest.evidence.Price;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.TensorDifference;
import dev.mltest.model.Trainable;

import java.util.List;
import java.util.Map;

/**
 * What does the user's own training do to its model, and does it do so again? The loop is started
 * and trained twice from one seed. Its training counts as the user's time, not as steps of mltest.
 */
public record LoopTraining() implements Experiment<LoopTrainingEvidence> {

    private static final int STEPS = 3;

    @Override
    public String id() {
        return "loop-training";
    }

    @Override
    public Class<LoopTrainingEvidence> evidenceType() {
        return LoopTrainingEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Loops.priced(
                model, Price.gradients(2).plus(Price.steps(STEPS)).plus(new Price(0, 0, 0, 4)));
    }

    @Override
    public LoopTrainingEvidence perform(Bench bench) {
        Training one = Training.of(bench);
        Training two = Training.of(bench);
        return new LoopTrainingEvidence(
                describedMoves(bench),
                repeats(bench),
                one.parameters().stream().map(each -> seen(each, one, two)).toList());
    }

    private static TrainedParameter seen(Parameter parameter, Training one, Training two) {
        ParameterPath path = parameter.path();
        TensorDifference moved = ParameterValues.difference(one.start(), one.end(), path);
        return new TrainedParameter(
                parameter,
                moved.changed(),
                moved.maxAbs(),
                ParameterValues.differing(one.start(), two.start(), path),
                ParameterValues.differing(one.end(), two.end(), path),
                ParameterValues.difference(one.end(), two.end(), path).maxAbs());
    }

    /** One training from start to end. */
    private record Training(
            List<Parameter> parameters,
            Map<ParameterPath, ArrayTensor> start,
            Map<ParameterPath, ArrayTensor> end) {

        static Training of(Bench bench) {
            try (OwnLoop loop = OwnLoop.start(bench, bench.seed())) {
                var start = loop.values();
                loop.train();
                return new Training(loop.parameters(), start, loop.values());
            }
        }
    }

    private static boolean describedMoves(Bench bench) {
        if (!(bench.predictor() instanceof Trainable model)) {
            return true;
        }
        var before = ParameterValues.kept(model);
        for (int i = 0; i < STEPS; i++) {
            model.step(bench.batch(i));
        }
        return !ParameterValues.same(before, ParameterValues.kept(model));
    }

    private static boolean repeats(Bench bench) {
        Differentiable model = bench.differentiable();
        Batch batch = bench.batch(0);
        Gradients one = model.gradients(batch, Mode.INFERENCE);
        Gradients two = model.gradients(batch, Mode.INFERENCE);
        return ParameterValues.same(one.parameters(), two.parameters());
    }
}
