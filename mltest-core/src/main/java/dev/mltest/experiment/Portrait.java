package dev.mltest.experiment;

import dev.mltest.evidence.PortraitEvidence;
import dev.mltest.evidence.PortraitEvidence.Histogram;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Recorded;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Task;

import java.util.List;
import java.util.function.Function;

/**
 * What do data and model look like before any training? No check asks; it is asked when evidence is
 * kept, so that people can look at it.
 */
public record Portrait() implements Experiment<PortraitEvidence> {

    private static final int BATCHES = 4;

    @Override
    public String id() {
        return "portrait";
    }

    @Override
    public Class<PortraitEvidence> evidenceType() {
        return PortraitEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.forwards(2 + ExchangedBatch.EXAMPLES);
    }

    /** All that a laboratory recorded, with a portrait under the first seed that was asked for. */
    public static List<Recorded> besideRecordingsOf(Laboratory laboratory) {
        List<Recorded> recorded = laboratory.recordings();
        if (!recorded.isEmpty()) {
            try {
                laboratory.ask(new Portrait(), recorded.get(0).seed());
            } catch (RuntimeException unusable) {
                return recorded; // who asked for a verdict was told; what was seen is not lost
            }
        }
        return laboratory.recordings();
    }

    @Override
    public PortraitEvidence perform(Bench bench) {
        List<Batch> batches = bench.batches(BATCHES);
        boolean layered = bench.predictor() instanceof Differentiable;
        return new PortraitEvidence(
                batches.stream().mapToInt(Batch::size).sum(),
                profiles(batches, Batch::inputs),
                profiles(batches, batch -> labelled(bench, batch)),
                layered ? weights(bench.differentiable()) : List.of(),
                layered ? activations(bench.differentiable(), batches.get(0)) : List.of(),
                Influences.of(bench));
    }

    private static List<Histogram> profiles(
            List<Batch> batches, Function<Batch, NamedTensors> tensors) {
        return tensors.apply(batches.get(0)).names().stream()
                .map(name -> Histograms.of(
                        name,
                        batches.stream()
                                .map(batch -> tensors.apply(batch).get(name).toArray())
                                .toList()))
                .toList();
    }

    private static NamedTensors labelled(Bench bench, Batch batch) {
        return bench.subject().task() instanceof Task.Classification task
                ? batch.targets()
                        .map((name, target) ->
                                ClassLabels.indices(target.toArray(), task.classes()))
                : batch.targets();
    }

    private static List<Histogram> weights(Differentiable model) {
        return model.parameters().stream()
                .map(parameter -> {
                    ArrayTensor value = model.value(parameter.path()).toArray();
                    return Histograms.of(parameter.path().text(), List.of(value));
                })
                .toList();
    }

    private static List<Histogram> activations(Differentiable model, Batch batch) {
        return model.scoped(() -> model.activations(batch, Mode.INFERENCE).stream()
                .map(seen -> Histograms.of(seen.layer(), List.of(seen.value().toArray())))
                .toList());
    }
}
