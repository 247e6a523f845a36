package dev.mltest.experiment;

import dev.mltest.evidence.LoopStepsEvidence;
import dev.mltest.evidence.LoopStepsEvidence.ParameterUpdate;
import dev.mltest.evidence.LoopStepsEvidence.UpdateRank;
import dev.mltest.evidence.Price;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Does a step of the user's own loop do what the declared loss and optimiser say? The described
 * model is given the loop's parameters; both are trained on the same batches. The described one is
 * trained several times, from starts that differ by one unit of round-off: what these differ by is
 * what round-off may do. If training is noisy, their noise differs as well, and the loop has to lie
 * among them.
 */
public record LoopSteps() implements Experiment<LoopStepsEvidence> {

    private static final int REFERENCES = 3;
    private static final int NOISY_RUNS = 9;
    private static final int UPDATES = 2;

    @Override
    public String id() {
        return "loop-steps";
    }

    @Override
    public Class<LoopStepsEvidence> evidenceType() {
        return LoopStepsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        int starts = NOISY_RUNS * UPDATES;
        return Loops.priced(
                model,
                Price.forwards(TrainingNoiseSeen.PASSES)
                        .plus(Price.forwards(2 * NOISY_RUNS))
                        .plus(Price.steps((long) starts * (REFERENCES + Loops.accumulated(model))))
                        .plus(new Price(0, 0, 0, UPDATES * (REFERENCES + 2))));
    }

    @Override
    public LoopStepsEvidence perform(Bench bench) {
        Trainable model = bench.trainable();
        int accumulated = Loops.accumulated(bench.subject());
        OwnLoop.declared(bench);
        boolean noisy = TrainingNoiseSeen.drawsNoise(bench);
        List<ParameterUpdate> updates = new ArrayList<>();
        List<UpdateRank> ranks = new ArrayList<>();
        int runs = noisy ? NOISY_RUNS : 1;
        try (Snapshot fresh = model.snapshot()) {
            for (int run = 0; run < runs; run++) {
                LoopTrial trial = new LoopTrial(bench, model, fresh, UPDATES, REFERENCES);
                trial.perform(run);
                merge(updates, updates(model, trial, accumulated));
                if (noisy) {
                    ranks.addAll(ranks(trial, run));
                }
            }
        }
        return new LoopStepsEvidence(noisy, accumulated, runs, REFERENCES, updates, ranks);
    }

    /**
     * Keeps of each parameter the start at which it comes closest: only what always shows counts.
     */
    private static void merge(List<ParameterUpdate> known, List<ParameterUpdate> more) {
        if (known.isEmpty()) {
            known.addAll(more);
            return;
        }
        for (int i = 0; i < known.size(); i++) {
            if (more.get(i).excess() < known.get(i).excess()) {
                known.set(i, more.get(i));
            }
        }
    }

    private static List<ParameterUpdate> updates(
            Trainable model, LoopTrial trial, int accumulated) {
        return IntStream.range(0, UPDATES)
                .boxed()
                .flatMap(update -> model.parameters().stream()
                        .filter(parameter ->
                                accumulated == 1 || parameter.role() != Parameter.Role.STATE)
                        .map(parameter -> trial.seen(update, parameter)))
                .toList();
    }

    private static List<UpdateRank> ranks(LoopTrial trial, int run) {
        return IntStream.range(0, UPDATES)
                .mapToObj(update -> trial.rank(run, update))
                .toList();
    }
}
