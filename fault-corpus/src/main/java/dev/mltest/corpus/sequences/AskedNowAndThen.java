package dev.mltest.corpus.sequences;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Dataset;
import dev.mltest.model.NamedTensors;

/** The same series where every second step only is tagged: the others are data, no padding. */
class AskedNowAndThen extends Tagged {

    @Override
    public Dataset training() {
        return asked(super.training());
    }

    @Override
    public Dataset validation() {
        return asked(super.validation());
    }

    private static Dataset asked(Dataset all) {
        return new Dataset() {
            @Override
            public int size() {
                return all.size();
            }

            @Override
            public Batch examples(int... indices) {
                return asked(all.examples(indices));
            }
        };
    }

    private static Batch asked(Batch batch) {
        ArrayTensor mask = batch.masks().get("target").toArray();
        double[] values = mask.toDoubles();
        for (int i = 0; i < values.length; i += 2) {
            values[i] = 0;
        }
        ArrayTensor now = ArrayTensor.of(mask.elementType(), mask.shape(), values);
        return new Batch(batch.inputs(), batch.targets(), NamedTensors.of("target", now));
    }
}
