package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.autodiff.samediff.VariableType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads from a SameDiff graph what its variables stand for. */
final class RoleReader {

    private final String model;
    private final SameDiff graph;
    private final @Nullable TrainingConfig config;
    private final Dependencies dependencies;
    private final List<String> losses;

    RoleReader(String model, SameDiff graph) {
        this.model = model;
        this.graph = graph;
        config = graph.getTrainingConfig();
        dependencies = new Dependencies(graph);
        losses = losses();
    }

    /**
     * The roles.
     *
     * @param named outputs the user named, or none
     * @throws ConfigurationException if they cannot be told or do not fit together
     */
    Roles read(List<String> named) {
        if (config != null) {
            byConfig(config, List.of()).fed().forEach(this::requirePlaceholder);
        }
        List<String> outputs = new OutputReader(model, graph, config, losses).read(named);
        Roles roles = config == null ? byDependency(outputs) : byConfig(config, outputs);
        requireFed(outputs, roles.fedForOutputs(), ", which only the inputs of a batch can fill");
        requireFed(losses, roles.fed(), "");
        return roles;
    }

    private List<String> losses() {
        List<String> marked = List.copyOf(graph.getLossVariables());
        List<String> found =
                marked.isEmpty() && config != null ? given(config.getLossVariables()) : marked;
        if (found.isEmpty() && config != null) {
            throw wrong(
                    "the graph has a TrainingConfig, but no loss variable, so that SameDiff would minimise whatever it takes for one; write sd.setLossVariables(\"loss\")");
        }
        found.forEach(this::requireVariable);
        return found;
    }

    private Roles byConfig(TrainingConfig given, List<String> outputs) {
        return new Roles(
                outputs,
                losses,
                given(given.getDataSetFeatureMapping()),
                given(given.getDataSetLabelMapping()),
                masks(given.getDataSetFeatureMaskMapping()),
                masks(given.getDataSetLabelMaskMapping()),
                true);
    }

    /** Inputs are what the outputs are computed from, targets what only the loss is. */
    private Roles byDependency(List<String> outputs) {
        List<String> inputs = dependencies.placeholdersBehind(outputs);
        List<String> targets = new ArrayList<>(dependencies.placeholdersBehind(losses));
        targets.removeAll(inputs);
        return new Roles(outputs, losses, inputs, targets, List.of(), List.of(), false);
    }

    static List<String> given(@Nullable List<String> names) {
        return names == null ? List.of() : List.copyOf(names);
    }

    /** A mask that is not mapped is null. */
    private static List<@Nullable String> masks(@Nullable List<@Nullable String> names) {
        return names == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(names));
    }

    private void requireVariable(String name) {
        if (!graph.hasVariable(name)) {
            throw wrong("the loss variable '%s' is no variable of the graph".formatted(name));
        }
    }

    private void requirePlaceholder(String name) {
        if (!graph.hasVariable(name) || !graph.isPlaceHolder(name)) {
            throw wrong(
                    "the TrainingConfig maps data to '%s', which is no placeholder of the graph; it has %s. Write one of these in dataSetFeatureMapping, dataSetLabelMapping or their masks"
                            .formatted(name, placeholders()));
        }
    }

    private List<String> placeholders() {
        return dependencies.ofType(VariableType.PLACEHOLDER).toList();
    }

    private void requireFed(List<String> results, List<String> fed, String reason) {
        List<String> missing = dependencies.placeholdersBehind(results).stream()
                .filter(placeholder -> !fed.contains(placeholder))
                .toList();
        if (!missing.isEmpty()) {
            throw wrong(
                    "%s is computed from the placeholder %s%s; map data to it in the TrainingConfig, or name other outputs"
                            .formatted(results, missing, reason));
        }
    }

    private ConfigurationException wrong(String what) {
        return new ConfigurationException("model '%s': %s".formatted(model, what));
    }
}
