package dev.mltest.djl;

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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Training with nothing but DJL, as its own examples do it; only the engine is seeded before each
 * step as the adapter does it, so that dropout falls alike.
 *
 * @param block not initialised
 * @param loss of the training
 * @param optimizer of the training
 */
record PlainTraining(Supplier<Block> block, Loss loss, Supplier<Optimizer> optimizer) {

    /**
     * What training came to.
     *
     * @param losses before each step
     * @param values of all parameters afterwards
     */
    record Trained(List<Double> losses, List<ArrayTensor> values) {}

    Trained train(long seed, Batch batch, int steps) {
        Noise noise = new Noise(seed);
        Engine.getInstance().setRandomSeed((int) seed);
        try (Model model = Model.newInstance("plain", Device.cpu())) {
            model.setBlock(block.get());
            DefaultTrainingConfig config = new DefaultTrainingConfig(loss)
                    .optOptimizer(optimizer.get())
                    .optDevices(new Device[] {Device.cpu()});
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(Upload.inputShapes(batch.firstRows(2)));
                List<Double> losses = new ArrayList<>();
                for (int i = 0; i < steps; i++) {
                    Engine.getInstance().setRandomSeed(noise.next());
                    losses.add(step(trainer, batch));
                }
                return new Trained(losses, values(model));
            }
        }
    }

    private static double step(Trainer trainer, Batch batch) {
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

    private static List<ArrayTensor> values(Model model) {
        return model.getBlock().getParameters().values().stream()
                .map(parameter -> HeapValues.of(parameter.getArray()))
                .toList();
    }
}
