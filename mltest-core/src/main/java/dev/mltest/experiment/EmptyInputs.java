package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** Finds the input or mask that is all 0 in every bad example and in no good one. */
final class EmptyInputs {

    private static final String MASK = "mask of ";

    private final Set<String> inAnyGood = new HashSet<>();
    private @Nullable Set<String> inAllBad;

    void look(Batch batch, int row, boolean isBad) {
        Set<String> empty = new HashSet<>();
        addEmpty(empty, "", batch.inputs(), row);
        addEmpty(empty, MASK, batch.masks(), row);
        if (!isBad) {
            inAnyGood.addAll(empty);
        } else if (inAllBad == null) {
            inAllBad = empty;
        } else {
            inAllBad.retainAll(empty);
        }
    }

    /** Its name; empty if there is none. A mask goes before what it masks. */
    String onlyOfTheBad() {
        Set<String> names = new HashSet<>(inAllBad == null ? Set.of() : inAllBad);
        names.removeAll(inAnyGood);
        return names.stream()
                .max(Comparator.comparing((String name) -> name.startsWith(MASK))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static void addEmpty(Set<String> empty, String prefix, NamedTensors tensors, int row) {
        tensors.asMap().forEach((name, tensor) -> {
            if (isEmpty(tensor.toArray().rows(row))) {
                empty.add(prefix + name);
            }
        });
    }

    private static boolean isEmpty(Tensor row) {
        return row.summary().zeros() == row.summary().count();
    }
}
