package dev.mltest.dl4j;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Shape;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Batches one behind the other as a single one. */
final class Joined {

    private final List<Batch> parts;

    private Joined(List<Batch> parts) {
        this.parts = parts;
    }

    /** All examples of these batches; a mask that only some have is 1 in the others. */
    static Batch of(List<Batch> parts) {
        if (parts.isEmpty()) {
            throw new ConfigurationException(
                    "the DL4J iterator yields nothing; give it at least two examples");
        }
        return parts.size() == 1 ? parts.get(0) : new Joined(parts).whole();
    }

    private Batch whole() {
        return new Batch(group(Batch::inputs), group(Batch::targets), masks());
    }

    private NamedTensors group(Function<Batch, NamedTensors> of) {
        return of.apply(parts.get(0))
                .map((name, first) -> join(parts.stream()
                        .map(part -> of.apply(part).get(name).toArray())
                        .toList()));
    }

    private NamedTensors masks() {
        Set<String> names = new TreeSet<>();
        parts.forEach(part -> names.addAll(part.masks().names()));
        NamedTensors masks = NamedTensors.none();
        for (String name : names) {
            ArrayTensor like = parts.stream()
                    .filter(part -> part.masks().names().contains(name))
                    .findFirst()
                    .map(part -> part.masks().get(name).toArray())
                    .orElseThrow();
            masks = masks.with(
                    name,
                    join(parts.stream().map(part -> mask(part, name, like)).toList()));
        }
        return masks;
    }

    private static ArrayTensor mask(Batch part, String name, ArrayTensor like) {
        return part.masks().names().contains(name)
                ? part.masks().get(name).toArray()
                : ArrayTensor.filled(ElementType.FLOAT32, like.shape().withRows(part.size()), 1);
    }

    private static ArrayTensor join(List<ArrayTensor> tensors) {
        Shape shape = tensors.get(0).shape();
        int rows = 0;
        for (ArrayTensor tensor : tensors) {
            if (!tensor.shape().withRows(0).equals(shape.withRows(0))) {
                throw new ConfigurationException(
                        "the DL4J iterator yields examples of different shapes, %s and %s; pad them to one length and mask the padding"
                                .formatted(shape, tensor.shape()));
            }
            rows += (int) tensor.shape().size(0);
        }
        Shape whole = shape.withRows(rows);
        double[] values = new double[Math.toIntExact(whole.elements())];
        int at = 0;
        for (ArrayTensor tensor : tensors) {
            System.arraycopy(tensor.toDoubles(), 0, values, at, tensor.length());
            at += tensor.length();
        }
        return ArrayTensor.of(tensors.get(0).elementType(), whole, values);
    }
}
