package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ops.impl.loss.BaseLoss;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the outputs of a SameDiff graph. */
final class OutputReader {

    private final String model;
    private final SameDiff graph;
    private final Dependencies dependencies;
    private final List<String> losses;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();

    OutputReader(
            String model, SameDiff graph, @Nullable TrainingConfig config, List<String> losses) {
        this.model = model;
        this.graph = graph;
        this.losses = losses;
        dependencies = new Dependencies(graph);
        if (config != null) {
            inputs.addAll(RoleReader.given(config.getDataSetFeatureMapping()));
            targets.addAll(RoleReader.given(config.getDataSetLabelMapping()));
        }
    }

    /** Those the user named, those the graph names, or the only ones there can be. */
    List<String> read(List<String> named) {
        List<String> stated = named.isEmpty() ? RoleReader.given(graph.outputs()) : named;
        stated.forEach(this::requireVariable);
        if (!stated.isEmpty()) {
            return stated;
        }
        List<String> found = losses.isEmpty() ? last() : whereTargetsComeIn();
        if (found.size() != 1) {
            throw new ConfigurationException(
                    "model '%s': which variables are the outputs? Write .outputs(...) or sd.setOutputs(...); there is %s"
                            .formatted(model, computed()));
        }
        return found;
    }

    private void requireVariable(String name) {
        if (!graph.hasVariable(name)) {
            throw new ConfigurationException(
                    "model '%s': the output '%s' is no variable of the graph; there is %s"
                            .formatted(model, name, computed()));
        }
    }

    private List<String> computed() {
        return dependencies.computed().filter(name -> !losses.contains(name)).toList();
    }

    /** What no operation reads. */
    private List<String> last() {
        Set<String> read = Set.copyOf(dependencies.read().toList());
        return dependencies.computed().filter(name -> !read.contains(name)).toList();
    }

    /**
     * What the model makes of the inputs alone, and one of SameDiff's loss functions then takes
     * together with targets. A loss that is put together by hand may begin anywhere.
     */
    private List<String> whereTargetsComeIn() {
        Set<String> behindLosses = dependencies.behind(losses);
        return dependencies
                .operations()
                .filter(OutputReader::isLossFunction)
                .filter(operation -> operation.getOutputsOfOp().stream()
                        .anyMatch(name ->
                                behindLosses.contains(name) && dependencies.uses(name, targets)))
                .flatMap(operation -> Dependencies.inputs(operation).stream())
                .filter(this::isMadeOfInputsAlone)
                .distinct()
                .toList();
    }

    private static boolean isLossFunction(SameDiffOp operation) {
        Package losses = BaseLoss.class.getPackage();
        return operation.getOp().getClass().getPackage().equals(losses);
    }

    private boolean isMadeOfInputsAlone(String name) {
        return !graph.isPlaceHolder(name)
                && dependencies.uses(name, inputs)
                && !dependencies.uses(name, targets);
    }
}
