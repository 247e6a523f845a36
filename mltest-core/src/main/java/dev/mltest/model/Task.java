package dev.mltest.model;

import java.util.Locale;

/**
 * What a model is for: it decides what loss is expected before training, which outputs are legal
 * and what a trivial predictor reaches.
 */
public sealed interface Task {

    /** A short name for messages. */
    String describe();

    /** How the outputs that reach the loss are to be read. */
    enum OutputForm {
        /** Any real number; the loss applies softmax or sigmoid. */
        LOGITS,
        /** Already between 0 and 1; the loss takes logarithms only. */
        PROBABILITIES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of k classes. Targets are class indices [N] or [N x 1], or one row of k numbers per
     * example; outputs are [N x k].
     *
     * @param classes k, at least 2
     * @param form how outputs are read
     */
    record Classification(int classes, OutputForm form) implements Task {

        /** Checks k. */
        public Classification {
            requireAtLeast(2, classes, "classification", "classes");
        }

        /** Outputs are logits, the default. */
        public Classification fromLogits() {
            return new Classification(classes, OutputForm.LOGITS);
        }

        /** Outputs are probabilities. */
        public Classification fromProbabilities() {
            return new Classification(classes, OutputForm.PROBABILITIES);
        }

        @Override
        public String describe() {
            return "classification(" + classes + ") from " + form;
        }
    }

    /**
     * Any subset of k labels, each with its own yes or no. Targets are 0 or 1, [N x k]; outputs are
     * [N x k]. With k = 1 it is binary classification.
     *
     * @param labels k, at least 1
     * @param form how outputs are read
     */
    record MultiLabel(int labels, OutputForm form) implements Task {

        /** Checks k. */
        public MultiLabel {
            requireAtLeast(1, labels, "multiLabel", "labels");
        }

        /** Outputs are logits, the default. */
        public MultiLabel fromLogits() {
            return new MultiLabel(labels, OutputForm.LOGITS);
        }

        /** Outputs are probabilities. */
        public MultiLabel fromProbabilities() {
            return new MultiLabel(labels, OutputForm.PROBABILITIES);
        }

        @Override
        public String describe() {
            return (labels == 1 ? "binary" : "multiLabel(" + labels + ")") + " from " + form;
        }
    }

    /**
     * The next token out of a vocabulary, at every position: targets [N x T], outputs [N x T x V].
     */
    record LanguageModel(int vocabulary) implements Task {

        /** Checks the vocabulary. */
        public LanguageModel {
            requireAtLeast(2, vocabulary, "languageModel", "tokens in the vocabulary");
        }

        @Override
        public String describe() {
            return "languageModel(" + vocabulary + ")";
        }
    }

    /** Real-valued targets, outputs of the targets' shape. */
    record Regression() implements Task {

        @Override
        public String describe() {
            return "regression";
        }
    }

    /** The model gives back its input: targets are the inputs or a clean form of them. */
    record Reconstruction() implements Task {

        @Override
        public String describe() {
            return "reconstruction";
        }
    }

    /**
     * Anything else. mltest then knows nothing of outputs and loss but what is stated here.
     *
     * @param name for messages
     * @param lowestStart smallest plausible loss before training; NaN if unknown
     * @param highestStart largest plausible loss before training; NaN if unknown
     * @param lowestLoss the loss of a model that has learnt its examples by heart; NaN if unknown
     */
    record Custom(String name, double lowestStart, double highestStart, double lowestLoss)
            implements Task {

        /** States where the loss is expected to start. */
        public Custom lossStartsBetween(double lowest, double highest) {
            if (!(lowest <= highest)) {
                throw new ConfigurationException(
                        "lossStartsBetween needs lowest <= highest, but got %s and %s"
                                .formatted(lowest, highest));
            }
            return new Custom(name, lowest, highest, lowestLoss);
        }

        /** States the loss of a model that has learnt its examples by heart; often 0. */
        public Custom lossCanFallTo(double lowest) {
            if (!Double.isFinite(lowest)) {
                throw new ConfigurationException(
                        "lossCanFallTo needs a finite loss, but got " + lowest);
            }
            return new Custom(name, lowestStart, highestStart, lowest);
        }

        @Override
        public String describe() {
            return name;
        }
    }

    /** One of {@code classes} classes, from logits unless stated otherwise. */
    static Classification classification(int classes) {
        return new Classification(classes, OutputForm.LOGITS);
    }

    /** Any subset of {@code labels} labels, from logits unless stated otherwise. */
    static MultiLabel multiLabel(int labels) {
        return new MultiLabel(labels, OutputForm.LOGITS);
    }

    /** Yes or no, from one logit unless stated otherwise. */
    static MultiLabel binary() {
        return multiLabel(1);
    }

    /** The next token out of {@code vocabulary}. */
    static LanguageModel languageModel(int vocabulary) {
        return new LanguageModel(vocabulary);
    }

    /** Real-valued targets. */
    static Regression regression() {
        return new Regression();
    }

    /** Targets are the inputs. */
    static Reconstruction reconstruction() {
        return new Reconstruction();
    }

    /** Anything else. */
    static Custom custom(String name) {
        return new Custom(name, Double.NaN, Double.NaN, Double.NaN);
    }

    private static void requireAtLeast(int least, int given, String task, String what) {
        if (given < least) {
            throw new ConfigurationException(
                    "%s needs at least %d %s, but got %d".formatted(task, least, what, given));
        }
    }
}
