package dev.mltest.testing;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.TrainingLoop;

import java.util.Random;

/** A user's own training of a reference model, in which a test exchanges one part. */
public final class OwnLoops {

    private static final int STEPS = 6;
    private static final int BATCH = 32;

    private OwnLoops() {}

    /** A correct loop around this model. */
    public static TrainingLoop<ReferenceNetwork> of(ReferenceModel model) {
        Batch data = model.build().trainingData().examples(rows(64));
        return TrainingLoop.starting(seed -> started(model, seed))
                .model(network -> network)
                .step((network, batch) -> network.step(batch))
                .train(network -> train(network, data, new Random(7)))
                .validate(network -> network.predict(data))
                .predict((network, batch) -> network.predict(batch));
    }

    /** A network whose noise depends on the seed, as all else does. */
    public static ReferenceNetwork started(ReferenceModel model, long seed) {
        ReferenceNetwork network = model.network(seed);
        network.seed(seed);
        return network;
    }

    /** A few steps on batches drawn at random. */
    public static void train(ReferenceNetwork network, Batch data, Random random) {
        for (int i = 0; i < STEPS; i++) {
            network.step(data.rows(random.ints(BATCH, 0, data.size()).toArray()));
        }
    }

    /** The share of examples whose largest output is that of their class. */
    public static double accuracy(NamedTensors outputs, Batch batch) {
        ArrayTensor values = outputs.first().toArray();
        int width = values.rowLength();
        double right = 0;
        for (int row = 0; row < batch.size(); row++) {
            int best = 0;
            for (int i = 1; i < width; i++) {
                best = values.get(row * width + i) > values.get(row * width + best) ? i : best;
            }
            right += best == batch.target().get(row) ? 1 : 0;
        }
        return right / batch.size();
    }

    /** The mean squared distance from the target. */
    public static double squaredError(NamedTensors outputs, Batch batch) {
        double norm = outputs.first().toArray().differenceFrom(batch.target()).norm();
        return norm * norm / batch.size();
    }

    private static int[] rows(int count) {
        return java.util.stream.IntStream.range(0, count).toArray();
    }
}
