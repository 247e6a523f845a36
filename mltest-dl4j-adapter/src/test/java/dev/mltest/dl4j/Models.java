package dev.mltest.dl4j;

import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Task;
import dev.mltest.model.Trainable;

import org.deeplearning4j.nn.api.NeuralNetwork;

import java.util.function.LongFunction;

/** Models under test, made. */
final class Models {

    static final long SEED = 42;

    private Models() {}

    static Dl4jModelBuilder builder(LongFunction<? extends NeuralNetwork> network, Batch data) {
        return Dl4j.model("tiny", network).task(Task.custom("any")).trainingData(data);
    }

    static Trainable trainable(LongFunction<? extends NeuralNetwork> network, Batch data) {
        return (Trainable) builder(network, data).build().factory().create(SEED, Device.cpu());
    }
}
