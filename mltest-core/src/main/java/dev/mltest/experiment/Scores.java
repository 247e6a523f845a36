package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Task;
import dev.mltest.model.Task.OutputForm;
import dev.mltest.model.Tensor;

import java.util.stream.IntStream;

/**
 * The scores behind outputs: probabilities are turned back into logits, up to a constant of each
 * row that softmax does not see; other outputs are scores already.
 */
final class Scores {

    private static final double SMALLEST = 1e-37;

    private Scores() {}

    static double[] of(Tensor outputs, Task task) {
        ArrayTensor values = outputs.toArray();
        if (task instanceof Task.Classification k && k.form() == OutputForm.PROBABILITIES) {
            return logRatios(values);
        }
        boolean odds =
                task instanceof Task.MultiLabel many && many.form() == OutputForm.PROBABILITIES;
        double[] scores = values.toDoubles();
        return odds
                ? IntStream.range(0, scores.length)
                        .mapToDouble(i -> Math.log(scores[i]) - Math.log1p(-scores[i]))
                        .toArray()
                : scores;
    }

    private static double[] logRatios(ArrayTensor values) {
        int width = (int) values.shape().size(-1);
        return IntStream.range(0, values.length())
                .mapToDouble(i -> logarithm(values.get(i))
                        - logarithm(values.get(i - Math.floorMod(i, width))))
                .toArray();
    }

    /** Below that, single precision has fewer digits than it should, or none. */
    private static double logarithm(double probability) {
        return probability < SMALLEST ? Double.NEGATIVE_INFINITY : Math.log(probability);
    }
}
