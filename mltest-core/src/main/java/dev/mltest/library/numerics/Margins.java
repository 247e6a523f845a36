package dev.mltest.library.numerics;

import dev.mltest.check.Bound;
import dev.mltest.check.Examination;
import dev.mltest.evidence.StressEvidence;
import dev.mltest.evidence.StressEvidence.Span;
import dev.mltest.evidence.StressEvidence.Trial;
import dev.mltest.model.Numbers;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How far activations and gradients stay from the ends of their type, in powers of ten, and what
 * would overflow in half precision, into which models are often put to be served.
 */
final class Margins {

    private static final double LARGEST_HALF = 65504;
    private static final Bound REPORTED = Bound.finite("reported, not judged");

    private Margins() {}

    /**
     * Sizes in trials on ordinary numbers, such as one example repeated, tell of half precision.
     */
    static void report(
            Examination examination, StressEvidence evidence, Predicate<Trial> isOrdinary) {
        report(examination, evidence, isOrdinary, "activation", Trial::activations);
        report(examination, evidence, isOrdinary, "gradient", Trial::gradients);
    }

    private static void report(
            Examination examination,
            StressEvidence evidence,
            Predicate<Trial> isOrdinary,
            String kind,
            Function<Trial, Span> spanOf) {
        Span all = span(evidence, trial -> true, spanOf);
        if (!all.largestPlace().isEmpty()) {
            examination.measure(
                    all.largestPlace(),
                    "powers of ten from the largest %s to overflow".formatted(kind),
                    Math.log10(evidence.largest() / all.largest()),
                    REPORTED);
            examination.measure(
                    all.smallestPlace(),
                    "powers of ten from underflow to the smallest %s".formatted(kind),
                    Math.log10(all.smallest() / evidence.smallest()),
                    REPORTED);
        }
        Span ordinary = span(evidence, isOrdinary, spanOf);
        if (evidence.largest() > LARGEST_HALF && ordinary.largest() > LARGEST_HALF) {
            examination.note("%s: the largest %s, %s, would overflow in FLOAT16"
                    .formatted(ordinary.largestPlace(), kind, Numbers.text(ordinary.largest())));
        }
    }

    private static Span span(
            StressEvidence evidence, Predicate<Trial> wanted, Function<Trial, Span> spanOf) {
        Span all = Span.EMPTY;
        for (Trial trial : evidence.trials()) {
            if (wanted.test(trial)) {
                Span span = spanOf.apply(trial);
                all = all.with(place(span.largestPlace(), trial), span.largest())
                        .with(place(span.smallestPlace(), trial), span.smallest());
            }
        }
        return all;
    }

    private static String place(String where, Trial trial) {
        return "%s (%s)".formatted(where, trial.stress());
    }
}
