package dev.mltest.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page of {@link EquivarianceRivals} says beside its figures. */
final class EquivarianceText {

    static final List<String> RULES = List.of("runs", "mltest", "e3nn", "escnn");
    static final List<String> COLUMNS = List.of("pair", "truth", "mltest", "e3nn", "escnn");

    static final String SETTING = """
            40 pairs of a small model in plain Java, float32 in every operation, and a claim of
            invariance or equivariance: for 20 it holds by construction, 20 break it subtly. Each is
            drawn anew from 20 seeds, inputs are standard normal. mltest is its check `relation-holds`
            (8 examples, up to 4 elements of the group). The others are algorithms re-written from
            their description, and not those libraries themselves: e3nn draws one element and
            allows 0.001 for each component; escnn draws 20 elements and allows 1e-7 + 1e-5 of the
            expected component. Both see 3 examples. The figures of their tolerances are those for
            float32; in float64, e3nn allows 1e-9.""";

    static final String INTERVALS = """
            In parentheses 95 % intervals after Clopper and Pearson. They speak of these pairs only:
            runs of one pair under several seeds resemble each other, and the pairs were chosen by
            hand, among them the cases on which fixed tolerances are known to fail. What is not
            applicable is neither held nor violated: in a test it shows as aborted.""";

    static final String PAIRS =
            "0 is right where the relation holds, 20 where it is broken. `n/a`: mltest found that it could"
                    + " not decide.";

    /** By the start of a pair's name; used only for pairs that are lost. */
    private static final Map<String, String> REASONS = Map.of(
            "sequences: never",
            "the fault shows for one start in twelve; 4 elements of the group on 8 examples meet it"
                    + " less surely than 20 elements on 3",
            "sets: sixty",
            "mltest measures what round-off does by a single perturbation of each example; where a"
                    + " model has one output, that is now and then almost nothing, and where layers"
                    + " amplify it, now and then a lot. In some seeds the fault moves the outputs"
                    + " hardly more than round-off does. What a rival finds in the broken one has"
                    + " to be read beside what it finds in the sound one",
            "sets: constant",
            "on purpose: outputs that do not depend on the inputs are invariant under anything, so"
                    + " that the claim says nothing of the model",
            "sets: dropout",
            "mltest takes the noise for round-off and says that it cannot decide; the rivals call it"
                    + " broken, which it is, if for another reason",
            "clouds: distances, moved",
            "a single perturbation again, of the cloud before it is moved; the moved one is rounded"
                    + " more coarsely");

    private EquivarianceText() {}

    /**
     * Where a rival was right more often, and why.
     *
     * @param repeats how often {@code predictions-repeat} found the noise
     */
    static String losses(List<String> names, long repeats) {
        String noise =
                "\n\n`predictions-repeat`, a check of the default suite that costs four forward"
                        + " passes, found the dropout in %d runs.".formatted(repeats);
        return names.isEmpty()
                ? "On no pair was a rival right more often than mltest." + noise
                : names.stream()
                        .map(name -> "- " + name + reason(name))
                        .collect(Collectors.joining(
                                "\n", "A rival was right more often here:\n\n", noise));
    }

    private static String reason(String name) {
        return REASONS.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(entry -> ": " + entry.getValue() + ".")
                .findFirst()
                .orElse("");
    }
}
