package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Data whose columns have the mean 0: one column for each place within an example.
 *
 * @param data as given
 * @param inputs mean of each column of each input
 * @param targets the same of targets; those that are absent stay
 */
record Centred(Dataset data, Map<String, double[]> inputs, Map<String, double[]> targets)
        implements Dataset {

    static Map<String, double[]> means(NamedTensors tensors) {
        Map<String, double[]> means = new LinkedHashMap<>();
        tensors.asMap().forEach((name, tensor) -> means.put(name, means(tensor.toArray())));
        return means;
    }

    /** The same means over other data. */
    Dataset of(Dataset other) {
        return new Centred(other, inputs, targets);
    }

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public Batch examples(int... indices) {
        Batch batch = data.examples(indices);
        return batch.withInputs(shifted(batch.inputs(), inputs))
                .withTargets(shifted(batch.targets(), targets));
    }

    static NamedTensors shifted(NamedTensors tensors, Map<String, double[]> means) {
        return tensors.map((name, tensor) ->
                means.containsKey(name) ? shifted(tensor.toArray(), means.get(name)) : tensor);
    }

    private static Tensor shifted(ArrayTensor tensor, double[] means) {
        double[] values = tensor.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] -= means[i % means.length];
        }
        return ArrayTensor.of(tensor.elementType(), tensor.shape(), values);
    }

    private static double[] means(ArrayTensor tensor) {
        int rows = Math.toIntExact(tensor.shape().size(0));
        int width = tensor.length() / rows;
        double[] means = new double[width];
        for (int i = 0; i < tensor.length(); i++) {
            means[i % width] += tensor.get(i) / rows;
        }
        return means;
    }
}
