package dev.mltest.corpus.record;

import dev.mltest.corpus.program.Layer;
import dev.mltest.model.Task;

import java.util.List;
import java.util.Optional;

/**
 * What the user states of a program.
 *
 * @param task classification, multi-label, language-model, regression, reconstruction or custom
 * @param classes how many classes or labels; 0 if the task has none
 * @param isProbabilities whether the model's outputs are already probabilities
 * @param learningRate what the optimiser was told
 * @param batchSize examples in a batch
 * @param layers in forward order
 */
public record Setting(
        String task,
        int classes,
        boolean isProbabilities,
        double learningRate,
        int batchSize,
        List<Layer> layers) {

    /** One of several classes. */
    public static final String CLASSIFICATION = "classification";

    /** Any of several labels. */
    public static final String MULTI_LABEL = "multi-label";

    /** The next token. */
    public static final String LANGUAGE_MODEL = "language-model";

    /** Real-valued targets. */
    public static final String REGRESSION = "regression";

    /** Targets are the inputs. */
    public static final String RECONSTRUCTION = "reconstruction";

    /** Anything else. */
    public static final String CUSTOM = "custom";

    /** Keeps its own copy. */
    public Setting {
        layers = List.copyOf(layers);
    }

    static Setting of(Task task, double learningRate, int batchSize, List<Layer> layers) {
        return new Setting(
                name(task), classes(task), isProbabilities(task), learningRate, batchSize, layers);
    }

    private static String name(Task task) {
        if (task instanceof Task.Classification) {
            return CLASSIFICATION;
        }
        if (task instanceof Task.MultiLabel) {
            return MULTI_LABEL;
        }
        if (task instanceof Task.LanguageModel) {
            return LANGUAGE_MODEL;
        }
        if (task instanceof Task.Regression) {
            return REGRESSION;
        }
        return task instanceof Task.Reconstruction ? RECONSTRUCTION : CUSTOM;
    }

    private static int classes(Task task) {
        if (task instanceof Task.Classification of) {
            return of.classes();
        }
        if (task instanceof Task.MultiLabel of) {
            return of.labels();
        }
        return task instanceof Task.LanguageModel of ? of.vocabulary() : 0;
    }

    private static boolean isProbabilities(Task task) {
        return task instanceof Task.Classification of && of.form() == Task.OutputForm.PROBABILITIES
                || task instanceof Task.MultiLabel labels
                        && labels.form() == Task.OutputForm.PROBABILITIES;
    }

    /** Whether the task names classes, so that an accuracy exists. */
    public boolean hasAccuracy() {
        return task.equals(CLASSIFICATION)
                || task.equals(MULTI_LABEL)
                || task.equals(LANGUAGE_MODEL);
    }

    /** Whether real numbers are to be predicted. */
    public boolean isRegression() {
        return task.equals(REGRESSION) || task.equals(RECONSTRUCTION);
    }

    /** Classes to choose from: two for a single yes or no; 0 if the task has none. */
    public int choices() {
        if (task.equals(MULTI_LABEL)) {
            return classes == 1 ? 2 : 0;
        }
        return classes;
    }

    /** The layer at this place, if it is listed. */
    public Optional<Layer> layer(String path) {
        return layers.stream().filter(layer -> layer.path().equals(path)).findFirst();
    }

    /** The layer that makes the outputs. */
    public Optional<Layer> last() {
        return layers.isEmpty() ? Optional.empty() : Optional.of(layers.get(layers.size() - 1));
    }

    /** Whether any layer behaves differently in training. */
    public boolean hasModes() {
        return layers.stream()
                .anyMatch(layer -> layer.dropRate() > 0
                        || layer.kind().equals("dropout")
                        || layer.kind().equals("batch-norm"));
    }
}
