package dev.mltest.benchmark;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.ElementType;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Predictor;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;
import dev.mltest.relation.Relation;

import java.util.Random;
import java.util.function.Function;

/**
 * A model in plain Java, in single precision, with a relation that it satisfies by construction or
 * breaks subtly.
 *
 * @param domain what its inputs are
 * @param name what the model does, and what is wrong with it
 * @param holds whether the relation holds
 * @param relation what is claimed
 * @param data inputs for a seed
 * @param model the model for a seed: output of a batch
 */
record RelationSubject(
        String domain,
        String name,
        boolean holds,
        Relation relation,
        Function<Random, NamedTensors> data,
        Function<Random, Function<Batch, ArrayTensor>> model) {

    static final int EXAMPLES = 32;

    /** For mltest, under a seed for data and weights. */
    ModelUnderTest under(long seed) {
        ArrayTensor targets = ArrayTensor.filled(ElementType.FLOAT32, Shape.of(EXAMPLES, 1), 0);
        Batch batch = new Batch(data.apply(new Random(seed)), NamedTensors.of("target", targets));
        return ModelUnderTest.named(
                        name, (from, device) -> new Plain(model.apply(new Random(~seed))))
                .task(Task.regression())
                .trainingData(batch)
                .build();
    }

    private record Plain(Function<Batch, ArrayTensor> function) implements Predictor {

        @Override
        public Provenance provenance() {
            return new Provenance("plain Java", "", Device.cpu());
        }

        @Override
        public Scope openScope() {
            return () -> {};
        }

        @Override
        public NamedTensors predict(Batch batch) {
            return NamedTensors.of("output", function.apply(batch));
        }

        @Override
        public void close() {}
    }
}
