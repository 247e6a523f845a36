package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks on while a program trains. */
final class Recording implements Watch {

    private static final int LOOKS = 12;
    private static final int MOST_LOOKS = 24;
    private static final int EXAMPLES = 64;
    private static final int MOST_SCORED = 512;

    private final Program program;
    private final Run run;
    private final Gaps gaps;
    private final @Nullable Untraced untraced;
    private final @Nullable Looker looker;
    private final ParameterReader parameters = new ParameterReader();
    private final Dataset scored;
    private final Batch validated;
    private final int stride;
    private final List<Double> losses = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private Looker.@Nullable Before pending;
    private int epochStart;

    Recording(Program program, Run run, Setting setting, long seed, Gaps gaps) {
        this.program = program;
        this.run = run;
        this.gaps = gaps;
        Dataset training = program.data().training();
        this.untraced =
                gaps.tried("live model", () -> new Untraced(run.view(), seed)).orElse(null);
        this.looker = untraced == null
                ? null
                : new Looker(
                        untraced,
                        run.viewed(Rows.spread(training, EXAMPLES)),
                        setting,
                        program.engine(),
                        gaps);
        this.scored = Dataset.of(Rows.spread(training, MOST_SCORED));
        this.validated = Rows.spread(program.data().validation(), MOST_SCORED);
        this.stride = stride(program, training.size());
    }

    private static int stride(Program program, int examples) {
        int batch = Math.max(1, program.data().batchSize());
        int steps = program.data().epochs() * ((examples + batch - 1) / batch);
        return Math.max(1, (steps + LOOKS - 1) / LOOKS);
    }

    StartEvidence start(Setting setting) {
        Untraced live = untraced;
        StartReader reader = new StartReader(run, gaps);
        return live == null
                ? new StartEvidence(Double.NaN, List.of(), List.of())
                : live.look(() -> reader.read(program.data().training(), setting, live.model()));
    }

    @Override
    public void before(int epoch, Batch batch) {
        int step = losses.size();
        if (looker != null && step % stride == 0 && looks.size() < MOST_LOOKS) {
            pending = gaps.tried(
                            "look", () -> looker.look(looks.size(), step, epoch, run.viewed(batch)))
                    .orElse(null);
        }
    }

    @Override
    public void after(int epoch, Batch batch, double loss) {
        losses.add(loss);
        Looker.Before before = pending;
        if (before != null && untraced != null && looker != null) {
            pending = null;
            looks.add(new Look(
                    before.step(),
                    epoch,
                    loss,
                    before.dataLoss(),
                    untraced.model()
                            .scoped(() -> parameters.read(
                                    untraced.model().parameters(), before, looker.values())),
                    before.layers(),
                    before.outputs(),
                    before.modes()));
        }
    }

    @Override
    public void epochEnded(int epoch, double validationScore) {
        double trainingLoss = losses.subList(epochStart, losses.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
        epochStart = losses.size();
        epochs.add(gaps.bridged(
                "end of an epoch",
                () -> unnoticed(() -> new Epoch(
                        trainingLoss,
                        program.score(run, scored),
                        validationScore,
                        run.loss(validated))),
                new Epoch(trainingLoss, Double.NaN, validationScore, Double.NaN)));
    }

    private <T> T unnoticed(Supplier<T> look) {
        return untraced == null ? look.get() : untraced.look(look);
    }

    List<Double> losses() {
        return losses;
    }

    List<Epoch> epochs() {
        return epochs;
    }

    List<Look> looks() {
        return looks;
    }
}
