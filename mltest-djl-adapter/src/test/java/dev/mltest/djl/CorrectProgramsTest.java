package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Task;
import dev.mltest.report.FailureText;
import dev.mltest.testing.Accusations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Patterns that naive checks take for faults pass the default suite. */
class CorrectProgramsTest {

    private static final int SEEDS = 3;

    static Stream<ModelUnderTest> correct_programs() {
        return Stream.of(
                vectors("last layer starts at zero", CorrectProgramsTest::zeroHead, adam(0.01f)),
                vectors("linear bottleneck", CorrectProgramsTest::bottleneck, adam(0.01f)),
                vectors(
                        "softmax regression from zero",
                        CorrectProgramsTest::zeroLinear,
                        adam(0.05f)),
                vectors("layer norm", CorrectProgramsTest::layerNorm, adam(0.01f)),
                vectors("momentum", CorrectProgramsTest::perceptron, sgd(0.1f, 0.9f)),
                images("bias before batch norm", () -> convolutional(true), adam(0.01f)),
                images("bold rate with batch norm", () -> convolutional(false), sgd(0.5f, 0)),
                images(
                        "residual branch starts at zero",
                        CorrectProgramsTest::residual,
                        adam(0.01f)),
                sequences("lstm", CorrectProgramsTest::recurrent),
                sequences("transformer encoder", CorrectProgramsTest::attention));
    }

    @ParameterizedTest
    @MethodSource("correct_programs")
    void are_not_accused(ModelUnderTest model) {
        try (Laboratory laboratory = new Laboratory(model)) {
            CheckRunner runner = new CheckRunner(laboratory, Budget.unlimited());
            List<String> accusations = LongStream.rangeClosed(1, SEEDS)
                    .boxed()
                    .flatMap(seed -> runner.run(DefaultChecks.suite(), seed).stream())
                    .filter(report -> report.outcome() instanceof Outcome.Violated)
                    .map(report -> FailureText.of(report, "seeds " + report.seeds()))
                    .toList();

            assertThat(accusations).isEmpty();
        }
    }

    @Test
    void a_fresh_model_at_a_rate_for_fine_tuning_is_told_so() {
        ModelUnderTest model =
                vectors("fine-tuning rate", CorrectProgramsTest::perceptron, sgd(1e-6f, 0));

        assertThat(Accusations.against(model).checks()).containsExactly("steps-are-long-enough");
    }

    private static Block perceptron() {
        return new SequentialBlock().add(linear(32)).add(Activation::relu).add(linear(3));
    }

    private static Block zeroHead() {
        return new SequentialBlock()
                .add(linear(32))
                .add(Activation::relu)
                .add(initialised(linear(3), Initializer.ZEROS));
    }

    private static Block zeroLinear() {
        return initialised(linear(3), Initializer.ZEROS);
    }

    private static Block bottleneck() {
        return new SequentialBlock()
                .add(linear(32))
                .add(Activation::relu)
                .add(linear(8))
                .add(linear(32))
                .add(Activation::relu)
                .add(linear(3));
    }

    private static Block layerNorm() {
        return new SequentialBlock()
                .add(linear(32))
                .add(LayerNorm.builder().build())
                .add(Activation::relu)
                .add(linear(3));
    }

    private static Block convolutional(boolean bias) {
        return new SequentialBlock()
                .add(convolution(8, bias))
                .add(BatchNorm.builder().build())
                .add(Activation::relu)
                .add(convolution(16, bias))
                .add(BatchNorm.builder().build())
                .add(Activation::relu)
                .add(Dropout.builder().optRate(0.2f).build())
                .add(Pool.globalAvgPool2dBlock())
                .add(linear(3));
    }

    private static Block residual() {
        Block branch = new SequentialBlock()
                .add(Activation::relu)
                .add(initialised(convolution(8, true), Initializer.ZEROS));
        ParallelBlock sum = new ParallelBlock(
                outputs -> new NDList(outputs.get(0).head().add(outputs.get(1).head())));
        return new SequentialBlock()
                .add(convolution(8, true))
                .add(sum.add(Blocks.identityBlock()).add(branch))
                .add(Activation::relu)
                .add(Pool.globalMaxPool2dBlock())
                .add(linear(3));
    }

    private static Block recurrent() {
        return new SequentialBlock()
                .add(LSTM.builder()
                        .setStateSize(24)
                        .setNumLayers(1)
                        .optBatchFirst(true)
                        .build())
                .add(CorrectProgramsTest::lastStep)
                .add(linear(3));
    }

    private static Block attention() {
        return new SequentialBlock()
                .add(new TransformerEncoderBlock(8, 2, 16, 0.1f, Activation::relu))
                .add(CorrectProgramsTest::meanOverTime)
                .add(linear(3));
    }

    private static NDList lastStep(NDList steps) {
        return new NDList(steps.head().get(":, -1"));
    }

    private static NDList meanOverTime(NDList steps) {
        return new NDList(steps.head().mean(new int[] {1}));
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block convolution(int filters, boolean bias) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(1, 1))
                .optBias(bias)
                .build();
    }

    private static Block initialised(Block block, Initializer initializer) {
        block.setInitializer(initializer, Parameter.Type.WEIGHT);
        return block;
    }

    private static Supplier<Optimizer> adam(float rate) {
        return () ->
                Optimizer.adam().optLearningRateTracker(Tracker.fixed(rate)).build();
    }

    private static Supplier<Optimizer> sgd(float rate, float momentum) {
        return () -> Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(rate))
                .optMomentum(momentum)
                .build();
    }

    private static ModelUnderTest vectors(
            String name, Supplier<Block> block, Supplier<Optimizer> optimizer) {
        return model(name, block, optimizer, 6);
    }

    private static ModelUnderTest images(
            String name, Supplier<Block> block, Supplier<Optimizer> optimizer) {
        return model(name, block, optimizer, 1, 8, 8);
    }

    private static ModelUnderTest sequences(String name, Supplier<Block> block) {
        return model(name, block, adam(0.01f), 5, 8);
    }

    private static ModelUnderTest model(
            String name, Supplier<Block> block, Supplier<Optimizer> optimizer, long... sizes) {
        return Djl.model(name, block)
                .task(Task.classification(3))
                .loss(Loss.softmaxCrossEntropyLoss())
                .optimizer(optimizer)
                .trainingData(Samples.learnable(sizes))
                .build();
    }
}
