package dev.mltest.corpus.record;

import dev.mltest.evidence.Evidence;

import java.util.List;

/**
 * What was recorded while a program trained in its own way.
 *
 * @param setting what the user states
 * @param data what it trains on
 * @param start before the first step
 * @param losses loss before each step, as the program reports it
 * @param epochs at the end of each
 * @param looks at a few evenly spread steps
 * @param oneBatch an attempt to learn one batch by heart
 * @param ended how it ended: {@code finished}, or what was thrown
 * @param gaps what could not be recorded, and why
 */
public record RunEvidence(
        Setting setting,
        DataEvidence data,
        StartEvidence start,
        List<Double> losses,
        List<Epoch> epochs,
        List<Look> looks,
        OneBatch oneBatch,
        String ended,
        List<String> gaps)
        implements Evidence {

    /** How a training ends that ran to its end. */
    public static final String FINISHED = "finished";

    /** Keeps its own copies. */
    public RunEvidence {
        losses = List.copyOf(losses);
        epochs = List.copyOf(epochs);
        looks = List.copyOf(looks);
        gaps = List.copyOf(gaps);
    }

    /** Every trainable matrix and filter bank at every look. */
    public List<ParameterLook> weights() {
        return looks.stream().flatMap(look -> look.weights().stream()).toList();
    }
}
