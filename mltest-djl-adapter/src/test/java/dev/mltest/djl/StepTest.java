package dev.mltest.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Parameter;
import dev.mltest.model.Trainable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

class StepTest {

    private static final int STEPS = 7;

    static Stream<Arguments> networks_and_optimizers() {
        return Stream.<Supplier<Optimizer>>of(
                        Models::sgd, Models::momentum, Models::adam, Models::adamW)
                .flatMap(optimizer -> Stream.of(
                        row("mlp", Nets::mlp, Samples.classes(6, 4), optimizer),
                        row("residual", Nets::residual, Samples.classes(6, 4), optimizer),
                        row("skipping", Skipping::new, Samples.classes(6, 4), optimizer),
                        row("lstm", Nets::lstm, Samples.classes(4, 5, 2), optimizer)));
    }

    private static Arguments row(
            String name, Supplier<Block> block, Batch batch, Supplier<Optimizer> optimizer) {
        return Arguments.of(
                name + " with " + optimizer.get().getClass().getSimpleName(),
                block,
                batch,
                optimizer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks_and_optimizers")
    void a_step_moves_parameters_to_the_bit_as_a_trainer_does(
            String name, Supplier<Block> block, Batch batch, Supplier<Optimizer> optimizer) {
        List<Double> losses = new ArrayList<>();
        List<ArrayTensor> expected = plainDjl(block, batch, optimizer, losses);
        Trainable model =
                (Trainable) Models.create(Models.builder(block, batch).optimizer(optimizer::get));

        for (double loss : losses) {
            assertThat(model.step(batch)).isEqualTo(loss);
        }
        List<ArrayTensor> actual = new ArrayList<>();
        for (Parameter parameter : model.parameters()) {
            actual.add(model.value(parameter.path()).toArray());
        }
        model.close();

        assertThat(actual).isEqualTo(expected);
    }

    private static List<ArrayTensor> plainDjl(
            Supplier<Block> block,
            Batch batch,
            Supplier<Optimizer> optimizer,
            List<Double> losses) {
        Engine.getInstance().setRandomSeed((int) Models.SEED);
        try (Model model = Model.newInstance("plain", Device.cpu())) {
            model.setBlock(block.get());
            DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                    .optOptimizer(optimizer.get())
                    .optDevices(new Device[] {Device.cpu()});
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(Upload.inputShapes(batch.firstRows(2)));
                for (int i = 0; i < STEPS; i++) {
                    losses.add(plainStep(trainer, batch));
                }
                return model.getBlock().getParameters().values().stream()
                        .map(parameter -> HeapValues.of(parameter.getArray()))
                        .toList();
            }
        }
    }

    private static double plainStep(Trainer trainer, Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            Upload upload = new Upload(manager, false);
            NDList labels = upload.labels(batch);
            NDList outputs = trainer.forward(upload.inputs(batch), labels);
            NDArray loss = trainer.getLoss().evaluate(labels, outputs);
            collector.backward(loss);
            double value = loss.getFloat();
            trainer.step();
            return value;
        }
    }
}
