package dev.mltest.dl4j;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the variables of a SameDiff graph stand for.
 *
 * @param outputs what the model predicts
 * @param losses what training minimises, in sum; empty if there is no loss
 * @param inputs placeholders of a batch's inputs
 * @param targets placeholders of a batch's targets
 * @param inputMasks placeholder of every input's mask, null for an input without; may be empty
 * @param targetMasks placeholder of every target's mask, null for a target without; may be empty
 * @param ordered whether the order of the placeholders is that of the batch's tensors
 */
record Roles(
        List<String> outputs,
        List<String> losses,
        List<String> inputs,
        List<String> targets,
        List<@Nullable String> inputMasks,
        List<@Nullable String> targetMasks,
        boolean ordered) {

    /** Outputs and losses. */
    List<String> results() {
        return joined(outputs, losses);
    }

    /** Placeholders that a prediction may use. */
    List<String> fedForOutputs() {
        return joined(inputs, inputMasks);
    }

    /** All placeholders that a batch fills. */
    List<String> fed() {
        return joined(fedForOutputs(), joined(targets, targetMasks));
    }

    private static List<String> joined(List<String> first, List<@Nullable String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        for (String name : second) {
            if (name != null) {
                all.add(name);
            }
        }
        return List.copyOf(all);
    }
}
