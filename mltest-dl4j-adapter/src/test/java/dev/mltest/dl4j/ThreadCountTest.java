package dev.mltest.dl4j;

import static dev.mltest.testing.Verdicts.held;
import static dev.mltest.testing.Verdicts.judge;

import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;

import org.deeplearning4j.nn.api.NeuralNetwork;
import org.junit.jupiter.api.Test;

import java.util.function.LongFunction;
import java.util.function.Supplier;

class ThreadCountTest {

    @Test
    void large_layers_agree_up_to_round_off() {
        held(judge(DefaultChecks.anotherThreadCountGivesTheSameNumbers(), new Wide().get()));
    }

    @Test
    void dropout_and_statistics_are_the_same_in_any_number_of_threads() {
        held(judge(
                DefaultChecks.anotherThreadCountGivesTheSameNumbers(), new Convolutions().get()));
    }

    static final class Wide implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(Nets::wide, Samples.classes(64, 256), getClass());
        }
    }

    static final class Convolutions implements Supplier<ModelUnderTest> {
        @Override
        public ModelUnderTest get() {
            return described(Nets::cnn, Samples.classes(64, 1, 6, 6), getClass());
        }
    }

    private static ModelUnderTest described(
            LongFunction<? extends NeuralNetwork> network,
            Batch data,
            Class<? extends Supplier<ModelUnderTest>> by) {
        return Models.builder(network, data).batchSize(64).rebuiltBy(by).build();
    }
}
