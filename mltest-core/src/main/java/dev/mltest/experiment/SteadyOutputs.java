package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outputs of a batch, and how far round-off alone moves each row of them, by
 * {@link NullPerturbations}.
 *
 * @param outputs the outputs
 * @param tolerances by output, for each row
 */
record SteadyOutputs(NamedTensors outputs, Map<String, double[]> tolerances) {

    /** How often the model is asked. */
    static final int FORWARDS = 1 + NullPerturbations.DRAWS;

    static SteadyOutputs of(Bench bench, Batch batch) {
        Predictor model = bench.predictor();
        NamedTensors outputs = predicted(model, batch);
        double unit = outputs.first().elementType().epsilon();
        List<NamedTensors> moved = NullPerturbations.of(
                        bench, batch, unit, again -> predicted(model, again))
                .toList();
        Map<String, double[]> tolerances = new LinkedHashMap<>();
        outputs.asMap().forEach((name, output) -> {
            List<ArrayTensor> others =
                    moved.stream().map(other -> other.get(name).toArray()).toList();
            tolerances.put(name, tolerances(output.toArray(), others));
        });
        return new SteadyOutputs(outputs, tolerances);
    }

    static NamedTensors predicted(Predictor model, Batch batch) {
        return model.scoped(() -> model.predict(batch).toArrays());
    }

    private static double[] tolerances(ArrayTensor output, List<ArrayTensor> moved) {
        double[] tolerances = new double[(int) output.shape().size(0)];
        double unit = output.elementType().epsilon();
        for (int row = 0; row < tolerances.length; row++) {
            ArrayTensor own = output.rows(row);
            double noise = 0;
            for (ArrayTensor other : moved) {
                boolean comparable = output.shape().equals(other.shape());
                double distance =
                        comparable ? own.differenceFrom(other.rows(row)).maxAbs() : 0;
                noise = Math.max(noise, distance);
            }
            tolerances[row] = RoundOffAllowance.of(noise, unit * own.summary().maxAbs());
        }
        return tolerances;
    }
}
