package dev.mltest.corpus.oracle;

import dev.mltest.corpus.program.Oracle;
import dev.mltest.corpus.program.Program;
import dev.mltest.corpus.program.Run;
import dev.mltest.corpus.program.Watch;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which examples a program trains on, and in which order. */
public final class BatchesSeen {

    private BatchesSeen() {}

    /** Some training examples never reach a step. */
    public static Oracle examplesAreLeftOut() {
        return Measured.by("share of the training examples that are used", BatchesSeen::used)
                .isBelow(0.99);
    }

    /** The epochs go through the examples in one and the same order. */
    public static Oracle epochsAreAlike() {
        return Measured.by("share of epochs in the order of the first", BatchesSeen::alike)
                .isAbove(0.5);
    }

    private static double used(Program program) {
        Batch all = program.data()
                .training()
                .examples(IntStream.range(0, program.data().training().size()).toArray());
        HashSet<Integer> seen = new HashSet<>();
        epochs(program).forEach(seen::addAll);
        return seen.size() / (double) new HashSet<>(keys(all)).size();
    }

    private static double alike(Program program) {
        List<List<Integer>> epochs = epochs(program);
        long same = epochs.stream().skip(1).filter(epochs.get(0)::equals).count();
        return same / (epochs.size() - 1.0);
    }

    /** What each epoch saw, as one number for each example. */
    private static List<List<Integer>> epochs(Program program) {
        List<List<Integer>> epochs = new ArrayList<>();
        try (Run run = program.start(1)) {
            program.train(run, 1, new Watch() {
                @Override
                public void before(int epoch, Batch batch) {
                    if (epochs.size() == epoch) {
                        epochs.add(new ArrayList<>());
                    }
                    epochs.get(epoch).addAll(keys(batch));
                }
            });
        }
        return epochs;
    }

    private static List<Integer> keys(Batch batch) {
        ArrayTensor features = batch.inputs().first().toArray();
        int length = features.rowLength();
        double[] values = features.toDoubles();
        return IntStream.range(0, batch.size())
                .mapToObj(row -> Arrays.hashCode(
                        Arrays.copyOfRange(values, row * length, (row + 1) * length)))
                .toList();
    }
}
