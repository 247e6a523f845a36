package dev.mltest.library.capacity;

import dev.mltest.evidence.TrainingEvidence;
import dev.mltest.evidence.TrainingEvidence.Look;
import dev.mltest.model.Numbers;

/** The course of a training in words: it diverged, jumped about, or came to rest. */
record Course(TrainingEvidence run) {

    private static final double FAR = 2;

    String describe() {
        return "%s: from %s the loss %s, with %s at best and %s after %d steps"
                .formatted(
                        run.scale() == 1
                                ? "as it is"
                                : "with updates of %s times their length"
                                        .formatted(Numbers.text(run.scale())),
                        Numbers.text(run.start().loss()),
                        kind(),
                        Numbers.text(run.best().loss()),
                        Numbers.text(run.end().loss()),
                        run.steps());
    }

    private String kind() {
        double high = Math.max(run.start().loss(), run.constantLoss());
        double level = high + (FAR - 1) * Math.abs(high);
        if (!(run.end().loss() <= level)) {
            return "diverges";
        }
        double peak =
                run.looks().stream().skip(1).mapToDouble(Course::peak).max().orElse(Double.NaN);
        if (!(peak <= level)) {
            return "jumps up to " + Numbers.text(peak);
        }
        return run.end().loss() < run.start().loss() ? "falls" : "stays";
    }

    private static double peak(Look look) {
        return Math.max(look.loss(), look.trainingLoss());
    }
}
