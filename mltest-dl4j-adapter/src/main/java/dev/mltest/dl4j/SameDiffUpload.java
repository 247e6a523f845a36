package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries batches to the placeholders of a graph, in their data types.
 *
 * @param model name for messages
 * @param graph that has the placeholders
 * @param roles which of them stands for what
 */
record SameDiffUpload(String model, SameDiff graph, Roles roles) {

    /** A batch with its targets. */
    Feed whole(Batch batch) {
        INDArray[] targets = arrays("target", batch.targets(), roles.targets());
        INDArray[] masks = masks(batch, batch.targets(), roles.targets(), roles.targetMasks());
        Feed inputs = inputsOf(batch);
        return new Feed(inputs.inputs(), targets, inputs.inputMasks(), masks);
    }

    /** A batch without its targets. */
    Feed inputsOf(Batch batch) {
        return new Feed(
                arrays("input", batch.inputs(), roles.inputs()),
                new INDArray[0],
                masks(batch, batch.inputs(), roles.inputs(), roles.inputMasks()),
                null);
    }

    /** The names of the batch's inputs, by placeholder. */
    Map<String, String> inputNames(Batch batch) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> sources = sources("input", batch.inputs(), roles.inputs());
        for (int i = 0; i < sources.size(); i++) {
            names.put(roles.inputs().get(i), sources.get(i));
        }
        return names;
    }

    /** What was carried, by placeholder. */
    Map<String, INDArray> placeholders(Feed feed) {
        Map<String, INDArray> placed = new HashMap<>();
        put(placed, roles.inputs(), feed.inputs());
        put(placed, roles.inputMasks(), feed.inputMasks());
        if (feed.hasTargets()) {
            put(placed, roles.targets(), feed.targets());
            put(placed, roles.targetMasks(), feed.targetMasks());
        }
        return placed;
    }

    private static void put(
            Map<String, INDArray> placed,
            List<? extends @Nullable String> names,
            @Nullable INDArray @Nullable [] arrays) {
        for (int i = 0; arrays != null && i < names.size(); i++) {
            String name = names.get(i);
            INDArray array = arrays[i];
            if (name != null && array != null) {
                placed.put(name, array);
            }
        }
    }

    private INDArray[] arrays(String kind, NamedTensors given, List<String> placeholders) {
        List<String> sources = sources(kind, given, placeholders);
        INDArray[] arrays = new INDArray[placeholders.size()];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = array(placeholders.get(i), given.get(sources.get(i)).toArray());
        }
        return arrays;
    }

    /** The names of the tensors that fill these placeholders: the same names, or by order. */
    private List<String> sources(String kind, NamedTensors given, List<String> placeholders) {
        List<String> names = given.names();
        if (Set.copyOf(names).equals(Set.copyOf(placeholders))) {
            return placeholders;
        }
        boolean clear = roles.ordered() || placeholders.size() == 1;
        if (names.size() != placeholders.size() || !clear) {
            throw new ConfigurationException(
                    "model '%s': the graph takes the %ss %s, but the batch has %s; name its tensors as the placeholders"
                            .formatted(model, kind, placeholders, names));
        }
        return names;
    }

    private INDArray array(String placeholder, ArrayTensor value) {
        SDVariable variable = graph.getVariable(placeholder);
        if (!fits(variable.placeholderShape(), value.shape())) {
            throw new ConfigurationException(
                    "model '%s': the placeholder '%s' takes %s, but the batch brings %s"
                            .formatted(model, placeholder, text(variable), value.shape()));
        }
        return HeapValues.array(value, variable.dataType());
    }

    /** Axis 0 runs over the examples, however many there are. */
    private static boolean fits(long @Nullable [] declared, Shape shape) {
        if (declared == null) {
            return true;
        }
        boolean fits = declared.length == shape.rank();
        for (int axis = 1; fits && axis < declared.length; axis++) {
            fits = declared[axis] < 0 || declared[axis] == shape.size(axis);
        }
        return fits;
    }

    private static String text(SDVariable placeholder) {
        return Arrays.toString(placeholder.placeholderShape());
    }

    private @Nullable INDArray @Nullable [] masks(
            Batch batch,
            NamedTensors masked,
            List<String> placeholders,
            List<@Nullable String> masks) {
        List<String> names = masked.names();
        boolean same = Set.copyOf(names).equals(Set.copyOf(placeholders));
        INDArray[] arrays = new INDArray[placeholders.size()];
        for (int i = 0; i < arrays.length; i++) {
            String placeholder = i < masks.size() ? masks.get(i) : null;
            arrays[i] = mask(batch, same ? placeholders.get(i) : names.get(i), placeholder);
        }
        return masks.isEmpty() ? null : arrays;
    }

    private @Nullable INDArray mask(Batch batch, String masked, @Nullable String placeholder) {
        boolean given = batch.masks().names().contains(masked);
        if (given != (placeholder != null)) {
            throw new ConfigurationException(
                    "model '%s': for '%s' the batch has %s mask, but the graph takes %s; what a mask fills is said by dataSetFeatureMaskMapping and dataSetLabelMaskMapping of the TrainingConfig"
                            .formatted(model, masked, given ? "a" : "no", given ? "none" : "one"));
        }
        return placeholder == null
                ? null
                : array(placeholder, batch.masks().get(masked).toArray());
    }
}
