package dev.mltest.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.autodiff.samediff.internal.Variable;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is computed from what in a SameDiff graph. */
record Dependencies(SameDiff graph) {

    /** These variables and all they are computed from. */
    Set<String> behind(Collection<String> variables) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(variables);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(sources(next));
            }
        }
        return found;
    }

    private List<String> sources(String variable) {
        Variable computed = graph.getVariables().get(variable);
        String operation = computed == null ? null : computed.getOutputOfOp();
        SameDiffOp producer = operation == null ? null : graph.getOps().get(operation);
        return producer == null ? List.of() : inputs(producer);
    }

    /** Whether this variable is computed from one of those. */
    boolean uses(String variable, Collection<String> sources) {
        return behind(List.of(variable)).stream().anyMatch(sources::contains);
    }

    /** The placeholders among these variables and what they are computed from. */
    List<String> placeholdersBehind(Collection<String> variables) {
        return behind(variables).stream()
                .filter(graph::isPlaceHolder)
                .filter(name -> !Phase.isSwitch(name))
                .sorted()
                .toList();
    }

    /** All that operations compute, in the order in which the graph was built. */
    Stream<String> computed() {
        return operations().flatMap(operation -> operation.getOutputsOfOp().stream());
    }

    /** What operations read, in the order in which the graph was built. */
    Stream<String> read() {
        return operations().flatMap(operation -> inputs(operation).stream()).distinct();
    }

    /** Variables of this type, by name. */
    Stream<String> ofType(VariableType type) {
        return graph.variables().stream()
                .filter(variable -> variable.getVariableType() == type)
                .map(SDVariable::name);
    }

    Stream<SameDiffOp> operations() {
        return graph.getOps().values().stream()
                .filter(operation -> operation.getOutputsOfOp() != null);
    }

    static List<String> inputs(SameDiffOp operation) {
        List<String> inputs = operation.getInputsToOp();
        return inputs == null ? List.of() : inputs;
    }
}
