package dev.mltest.dl4j;

import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.Collection;
import java.util.Map;

/**
 * What a graph computed in one pass.
 *
 * @param model name for messages
 * @param byVariable values of variables; valid until the next pass
 */
record Values(String model, Map<String, INDArray> byVariable) {

    /** The value of one variable. */
    INDArray of(String variable) {
        INDArray value = byVariable.get(variable);
        if (value == null) {
            throw new NotAvailableException("the graph of '%s' gave no value to '%s' on this batch"
                    .formatted(model, variable));
        }
        return value;
    }

    /** The sum of these losses, as SameDiff minimises it. */
    double sum(Collection<String> losses) {
        return losses.stream()
                .mapToDouble(loss -> of(loss).sumNumber().doubleValue())
                .sum();
    }

    /** Copies of these variables, by their names. */
    NamedTensors copied(Collection<String> variables) {
        NamedTensors copies = NamedTensors.none();
        for (String variable : variables) {
            copies = copies.with(variable, HeapValues.of(of(variable)));
        }
        return copies;
    }
}
