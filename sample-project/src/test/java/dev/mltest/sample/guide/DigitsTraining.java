package dev.mltest.sample.guide;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;

import dev.mltest.djl.Djl;
import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;

/** A training loop as a user of DJL writes it. */
record DigitsTraining(Trainer trainer) {

    DigitsTraining(long seed) {
        this(started(seed));
    }

    private static Trainer started(long seed) {
        Engine.getInstance().setRandomSeed((int) seed);
        Model model = Model.newInstance("digits", Device.cpu());
        model.setBlock(Digits.block());
        Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.adam().build())
                .optDevices(new Device[] {Device.cpu()}));
        trainer.initialize(new Shape(2, Digits.PIXELS));
        return trainer;
    }

    void step(Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            NDList labels = Djl.labels(manager, batch);
            NDList outputs = trainer.forward(Djl.inputs(manager, batch), labels);
            NDArray loss = trainer.getLoss().evaluate(labels, outputs);
            collector.backward(loss);
        }
        trainer.step();
    }

    void firstEpoch() {
        step(Digits.train().firstRows(32));
        step(Digits.train().rows(32, 33, 34, 35));
    }

    void validate() {
        predict(Digits.train());
    }

    NamedTensors predict(Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            return Djl.outputs(trainer.evaluate(Djl.inputs(manager, batch)));
        }
    }

    void close() {
        trainer.close();
        trainer.getModel().close();
    }

    static double accuracy(NamedTensors outputs, Batch batch) {
        double[] logits = outputs.first().toArray().toDoubles();
        double[] labels = batch.target().toArray().toDoubles();
        int right = 0;
        for (int row = 0; row < labels.length; row++) {
            int best = 0;
            for (int k = 1; k < Digits.CLASSES; k++) {
                if (logits[row * Digits.CLASSES + k] > logits[row * Digits.CLASSES + best]) {
                    best = k;
                }
            }
            right += best == labels[row] ? 1 : 0;
        }
        return (double) right / labels.length;
    }
}
