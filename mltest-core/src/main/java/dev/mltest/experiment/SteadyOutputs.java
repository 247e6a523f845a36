package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.Predictor;
import dev.mltest.model.Snapshot;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outputs of a batch, and how far round-off alone moves each row of them: measured by moving
 * real inputs, and all weights if there are any, by one unit in the last place.
 *
 * @param outputs the outputs
 * @param tolerances by output, for each row
 */
record SteadyOutputs(NamedTensors outputs, Map<String, double[]> tolerances) {

    /** A measured movement is one draw of many: it may come out that many times as large. */
    static final double NOISE_FACTOR = 16;

    /** Units in the last place of the largest output that a sum in another order may cost. */
    static final double ROUND_OFF_FACTOR = 64;

    static SteadyOutputs of(Bench bench, Batch batch) {
        Predictor model = bench.predictor();
        NamedTensors outputs = predicted(model, batch);
        double unit = outputs.first().elementType().epsilon();
        NamedTensors moved = perturbed(bench, batch, unit);
        Map<String, double[]> tolerances = new LinkedHashMap<>();
        outputs.asMap().forEach((name, output) -> {
            ArrayTensor values = output.toArray();
            tolerances.put(name, tolerances(values, moved.get(name).toArray()));
        });
        return new SteadyOutputs(outputs, tolerances);
    }

    static NamedTensors predicted(Predictor model, Batch batch) {
        return model.scoped(() -> model.predict(batch).toArrays());
    }

    private static NamedTensors perturbed(Bench bench, Batch batch, double relative) {
        Perturbation perturbation =
                new Perturbation(relative, bench.random("null perturbation of positions"));
        Batch moved = batch.withInputs(perturbation.of(batch.inputs()));
        Predictor model = bench.predictor();
        if (!(model instanceof Differentiable differentiable)) {
            return predicted(model, moved);
        }
        try (Snapshot before = differentiable.snapshot()) {
            move(differentiable, perturbation);
            NamedTensors outputs = predicted(model, moved);
            differentiable.restore(before);
            return outputs;
        }
    }

    static void move(Differentiable model, Perturbation perturbation) {
        for (Parameter parameter : model.parameters()) {
            if (parameter.role() != Parameter.Role.STATE) {
                model.assign(parameter.path(), perturbation.of(model.value(parameter.path())));
            }
        }
    }

    private static double[] tolerances(ArrayTensor output, ArrayTensor moved) {
        double[] tolerances = new double[(int) output.shape().size(0)];
        boolean comparable = output.shape().equals(moved.shape());
        for (int row = 0; row < tolerances.length; row++) {
            ArrayTensor own = output.rows(row);
            double noise = comparable ? own.differenceFrom(moved.rows(row)).maxAbs() : 0;
            tolerances[row] = NOISE_FACTOR * noise
                    + ROUND_OFF_FACTOR
                            * output.elementType().epsilon()
                            * own.summary().maxAbs();
        }
        return tolerances;
    }
}
