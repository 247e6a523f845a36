package dev.mltest.corpus.arm;

import java.util.List;
import java.util.Map;

/** Which properties of the protocol each of mltest's checks is about. */
final class CheckProperties {

    private static final Map<String, List<String>> PROPERTIES = Map.ofEntries(
            Map.entry("outputs-fit-the-targets", List.of("P15")),
            Map.entry("validation-data-repeats", List.of("P18")),
            Map.entry("the-seed-decides-the-model", List.of("P25")),
            Map.entry("another-seed-starts-elsewhere", List.of("P25")),
            Map.entry("outputs-are-finite-on-the-data", List.of("P20")),
            Map.entry("initial-weights-suit-their-fan-in", List.of("P06")),
            Map.entry("units-of-a-layer-differ", List.of("P06")),
            Map.entry("softmax-is-applied-once", List.of("P15")),
            Map.entry("loss-prefers-the-targets", List.of("P05", "P02")),
            Map.entry("loss-pairs-outputs-with-targets", List.of("P07", "P02")),
            Map.entry("loss-has-a-lower-bound", List.of("P05")),
            Map.entry("outputs-reach-the-targets", List.of("P15", "P02")),
            Map.entry("more-than-one-number-decides", List.of("P13", "P15")),
            Map.entry("the-output-bias-suits-the-targets", List.of("P06", "P05")),
            Map.entry("loss-starts-at-theory", List.of("P05", "P06")),
            Map.entry("predictions-repeat", List.of("P18")),
            Map.entry("examples-do-not-mix", List.of("P08")),
            Map.entry("batch-size-and-order-do-not-matter", List.of("P08")),
            Map.entry("predicting-moves-nothing", List.of("P18", "P26")),
            Map.entry("parameters-determine-the-outputs", List.of("P12", "P23", "P26")),
            Map.entry("statistics-follow-the-data", List.of("P18")),
            Map.entry("training-noise-keeps-the-scale", List.of("P18")),
            Map.entry("training-noise-leaves-the-signal", List.of("P18")),
            Map.entry("training-draws-its-noise", List.of("P18")),
            Map.entry("loss-is-the-mean-of-its-examples", List.of("P07")),
            Map.entry("loss-ignores-the-order-of-examples", List.of("P07")),
            Map.entry("outputs-depend-on-every-input", List.of("P09")),
            Map.entry("inputs-are-read-without-gaps", List.of("P09", "P15")),
            Map.entry("gradients-reach-every-parameter", List.of("P10")),
            Map.entry("gradients-match-the-slopes", List.of("P11", "P10")),
            Map.entry("gradients-stay-finite", List.of("P20", "P10")),
            Map.entry("layers-start-different", List.of("P06")),
            Map.entry("gradients-keep-their-size", List.of("P10", "P06")),
            Map.entry("layers-do-more-than-one", List.of("P17")),
            Map.entry("examples-stay-apart", List.of("P17")),
            Map.entry("units-stay-alive", List.of("P17")),
            Map.entry("training-changes-every-parameter", List.of("P12")),
            Map.entry("frozen-parameters-stay-fixed", List.of("P12")),
            Map.entry("decay-goes-where-declared", List.of("P19")),
            Map.entry("clipping-holds-as-declared", List.of("P12")),
            Map.entry("rates-follow-the-schedule", List.of("P12")),
            Map.entry("a-step-lowers-the-loss", List.of("P12")),
            Map.entry("updates-follow-the-gradient", List.of("P12", "P14")),
            Map.entry("steps-are-long-enough", List.of("P12", "P14")),
            Map.entry("data-outweighs-the-penalty", List.of("P19")),
            Map.entry("training-beats-constant-outputs", List.of("P14", "P12")),
            Map.entry("offsets-can-be-learnt", List.of("P13", "P14")),
            Map.entry("one-batch-is-overfitted", List.of("P13")),
            Map.entry("overfitting-needs-the-inputs", List.of("P09")),
            Map.entry("the-metric-prefers-the-targets", List.of("P16")),
            Map.entry("validation-moves-nothing", List.of("P12", "P18")),
            Map.entry("the-loop-predicts-in-inference-mode", List.of("P18", "P26", "P08")),
            Map.entry("the-loop-trains-this-model", List.of("P12")),
            Map.entry("the-loop-steps-as-declared", List.of("P26", "P07", "P12", "P18")),
            Map.entry("the-loop-repeats-under-its-seed", List.of("P25")),
            Map.entry("a-new-jvm-gives-the-same-model", List.of("P25")),
            Map.entry("another-thread-count-gives-the-same-numbers", List.of("P25")),
            Map.entry("concurrent-predictions-agree", List.of("P25", "P08")),
            Map.entry("padding-is-ignored", List.of("P21")),
            Map.entry("padding-does-not-count-in-the-loss", List.of("P21")),
            Map.entry("later-positions-do-not-leak", List.of("P21", "P09")),
            Map.entry("outputs-see-no-further-than-declared", List.of("P21", "P09")),
            Map.entry("declared-relations-hold", List.of("P21", "P22")),
            Map.entry("the-loss-keeps-its-digits", List.of("P20")),
            Map.entry("stays-finite-under-stress", List.of("P20")),
            Map.entry("agrees-with-double-precision", List.of("P20")));

    private CheckProperties() {}

    static List<String> of(String check) {
        return PROPERTIES.getOrDefault(check, List.of());
    }
}
