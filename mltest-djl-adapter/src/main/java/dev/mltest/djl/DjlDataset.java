package dev.mltest.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.dataset.Sampler;
import ai.djl.translate.TranslateException;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Dataset;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Examples of a DJL data set, read as a training loop would read them. */
final class DjlDataset implements Dataset {

    private final RandomAccessDataset dataset;

    DjlDataset(RandomAccessDataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public int size() {
        try {
            dataset.prepare();
        } catch (IOException | TranslateException e) {
            throw unreadable(e);
        }
        return Math.toIntExact(dataset.size());
    }

    @Override
    public Batch examples(int... indices) {
        return NativeMemory.freeing(() -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                return read(manager, indices);
            } catch (IOException | TranslateException e) {
                throw unreadable(e);
            }
        });
    }

    private Batch read(NDManager manager, int... indices) throws IOException, TranslateException {
        ai.djl.training.dataset.Batch batch =
                dataset.getData(manager, new ExactlyThese(indices)).iterator().next();
        return Djl.batch(batch.getData(), batch.getLabels());
    }

    private static ConfigurationException unreadable(Exception cause) {
        return new ConfigurationException("the DJL data set cannot be read: " + cause, cause);
    }

    /** Asks for one batch of given examples. */
    private record ExactlyThese(int... indices) implements Sampler {

        @Override
        public Iterator<List<Long>> sample(RandomAccessDataset ignored) {
            return List.of(IntStream.of(indices).asLongStream().boxed().toList())
                    .iterator();
        }

        @Override
        public int getBatchSize() {
            return indices.length;
        }
    }
}
