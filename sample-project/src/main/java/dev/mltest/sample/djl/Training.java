package dev.mltest.sample.djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.TrainingConfig;
import ai.djl.training.TrainingResult;
import ai.djl.training.dataset.Dataset;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.EvaluatorTrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.translate.TranslateException;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The training loop that the models share. */
final class Training {

    /** Examples in a batch. */
    static final int BATCH = 32;

    private static final int SEED = 42;

    private Training() {}

    /** How a classifier is trained. */
    static TrainingConfig of(Loss loss, Optimizer optimizer) {
        return new DefaultTrainingConfig(loss)
                .optOptimizer(optimizer)
                .addEvaluator(new Accuracy())
                .addTrainingListeners(new EvaluatorTrainingListener());
    }

    /** Trains the model's block and gives back what the last epoch measured. */
    static TrainingResult fit(
            Model model,
            TrainingConfig config,
            Shape input,
            int epochs,
            Dataset training,
            Dataset validation)
            throws IOException, TranslateException {
        Engine.getInstance().setRandomSeed(SEED);
        try (Trainer trainer = model.newTrainer(config)) {
            trainer.initialize(input);
            EasyTrain.fit(trainer, epochs, training, validation);
            return trainer.getTrainingResult();
        }
    }

    /** Says how often a classifier is right, beside one that always names the commonest class. */
    static void report(TrainingResult result, long[] validationLabels) {
        System.out.printf(
                "validation accuracy %.1f %%, always the commonest class %.1f %%%n",
                100 * result.getValidateEvaluation("Accuracy"),
                100 * shareOfCommonest(validationLabels));
    }

    private static double shareOfCommonest(long[] labels) {
        Map<Long, Long> counts = Arrays.stream(labels)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0)
                / (double) labels.length;
    }
}
