package dev.mltest.corpus.zoo;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;

/** Plain DJL training code. */
final class DjlTraining implements BareTraining {

    private final Model model = Model.newInstance("bare");
    private final Trainer trainer;
    private final Batch batch;

    DjlTraining(Block block, Optimizer optimizer, Batch batch) {
        this.batch = batch;
        model.setBlock(block);
        trainer = model.newTrainer(
                new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(optimizer));
        trainer.initialize(shape(batch.input("input")));
    }

    @Override
    public void step() {
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            NDList labels = list(manager, batch.target());
            NDList outputs = trainer.forward(list(manager, batch.input("input")), labels);
            collector.backward(trainer.getLoss().evaluate(labels, outputs));
        }
        trainer.step();
    }

    private static NDList list(NDManager manager, ArrayTensor values) {
        return new NDList(manager.create(floats(values)).reshape(shape(values)));
    }

    private static float[] floats(ArrayTensor values) {
        float[] floats = new float[values.length()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values.get(i);
        }
        return floats;
    }

    private static Shape shape(ArrayTensor values) {
        return new Shape(values.shape().sizes());
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
