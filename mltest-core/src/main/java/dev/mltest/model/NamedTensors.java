package dev.mltest.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Tensors by name, in a fixed order: the inputs, targets or outputs of a model. */
public final class NamedTensors {

    private static final NamedTensors NONE = new NamedTensors(new LinkedHashMap<>());

    private final Map<String, Tensor> tensors;

    private NamedTensors(Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /** No tensors at all. */
    public static NamedTensors none() {
        return NONE;
    }

    /** A single tensor. */
    public static NamedTensors of(String name, Tensor tensor) {
        return NONE.with(name, tensor);
    }

    /** These tensors, in the map's iteration order. */
    public static NamedTensors copyOf(Map<String, ? extends Tensor> tensors) {
        return new NamedTensors(new LinkedHashMap<>(tensors));
    }

    /** These tensors and one more, last; or the one of that name replaced in its place. */
    public NamedTensors with(String name, Tensor tensor) {
        Map<String, Tensor> extended = new LinkedHashMap<>(tensors);
        extended.put(name, tensor);
        return new NamedTensors(extended);
    }

    /** Names in order. */
    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    /**
     * The tensor of this name.
     *
     * @throws ConfigurationException if there is none
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ConfigurationException(
                    "there is no tensor named '%s'; there is %s".formatted(name, names()));
        }
        return tensor;
    }

    /**
     * The first tensor.
     *
     * @throws ConfigurationException if there is none
     */
    public Tensor first() {
        return tensors.values().stream()
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("there is no tensor at all here"));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return tensors.isEmpty();
    }

    /** How many there are. */
    public int size() {
        return tensors.size();
    }

    /** Name and tensor, in order. */
    public Map<String, Tensor> asMap() {
        return tensors;
    }

    /** Every tensor replaced by its image. */
    public NamedTensors map(BiFunction<String, Tensor, Tensor> image) {
        Map<String, Tensor> mapped = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> mapped.put(name, image.apply(name, tensor)));
        return new NamedTensors(mapped);
    }

    /** Whether any tensor satisfies the condition. */
    public boolean any(Predicate<Tensor> condition) {
        return tensors.values().stream().anyMatch(condition);
    }

    /** All tensors with their values on the heap. */
    public NamedTensors toArrays() {
        return map((name, tensor) -> tensor.toArray());
    }

    /** Same names in the same order with equal tensors. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NamedTensors named
                && names().equals(named.names())
                && tensors.equals(named.tensors);
    }

    @Override
    public int hashCode() {
        return tensors.hashCode();
    }

    @Override
    public String toString() {
        return tensors.toString();
    }
}
