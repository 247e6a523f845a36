package dev.mltest.corpus.record;

/**
 * How a training stood at the end of an epoch.
 *
 * @param trainingLoss mean loss of its steps
 * @param trainingScore accuracy, or explained part of variance, on training examples in inference
 *     mode; NaN if it cannot be asked for
 * @param validationScore the same on validation examples, as the program's own loop found it
 * @param validationLoss loss of the validation examples in inference mode; NaN if it cannot be
 *     asked for
 */
public record Epoch(
        double trainingLoss, double trainingScore, double validationScore, double validationLoss) {}
