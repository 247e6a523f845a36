package dev.mltest.dl4j;

import dev.mltest.model.ModelFactory;
import dev.mltest.model.Predictor;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;

import java.util.List;
import java.util.function.LongFunction;

/** Describes a SameDiff graph. Its training configuration holds updater and regularisation. */
public final class SameDiffModelBuilder extends DataSetModelBuilder<SameDiffModelBuilder> {

    private final LongFunction<SameDiff> graphs;
    private List<String> outputs = List.of();

    SameDiffModelBuilder(String name, LongFunction<SameDiff> graphs) {
        super(name);
        this.graphs = graphs;
    }

    @Override
    protected SameDiffModelBuilder self() {
        return this;
    }

    /**
     * The variables that are the model's outputs. Not needed if the graph says so itself
     * ({@code sd.setOutputs}) or leaves no choice: if there is one variable in which the targets
     * meet what the model made of the inputs.
     */
    public SameDiffModelBuilder outputs(String... variables) {
        outputs = List.of(variables);
        return this;
    }

    @Override
    protected ModelFactory factory() {
        Fresh fresh = new Fresh();
        List<String> named = outputs;
        return new Dl4jModelFactory<>(
                name(), Kind.GRAPH, graphs, fresh, graph -> wrapped(graph, named, fresh));
    }

    private Predictor wrapped(SameDiff graph, List<String> named, Fresh fresh) {
        TrainingConfig config = graph.getTrainingConfig();
        if (config != null) {
            fresh.take(name(), Kind.TRAINING_CONFIG, config);
        }
        return SameDiffWrapping.of(name(), graph, named, Ownership.OURS);
    }
}
