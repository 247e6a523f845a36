package dev.mltest.corpus.pass;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.Entry;
import dev.mltest.corpus.arm.Arm;
import dev.mltest.corpus.arm.Arms;
import dev.mltest.corpus.program.Engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a pass is limited to.
 *
 * @param ids ids, or ids with engines; none means all
 * @param groups groups of faults, {@code correct} for the correct programs; none means all
 * @param engines engines; none means all
 * @param arms names of arms; none means all
 * @param seeds how many seeds, from 1 on
 */
public record Selection(
        List<String> ids, List<String> groups, List<String> engines, List<String> arms, int seeds) {

    private static final int USUAL_SEEDS = 5;

    /** Keeps its own copies. */
    public Selection {
        ids = List.copyOf(ids);
        groups = List.copyOf(groups);
        engines = List.copyOf(engines);
        arms = List.copyOf(arms);
    }

    /**
     * Reads {@code --id LO07,TE03-DJL --group loss --engine DJL --arm mltest --seeds 5}, all
     * optional.
     *
     * @throws IllegalArgumentException if there is anything else, or a name that nothing has
     */
    public static Selection parse(List<String> arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        List<String> known = List.of("--id", "--group", "--engine", "--arm", "--seeds");
        if (arguments.size() % 2 == 1 || !known.containsAll(given.keySet())) {
            throw new IllegalArgumentException(
                    "cannot read %s; write for example --id LO07,TE03-DJL --group loss --engine DJL --arm mltest --seeds 5"
                            .formatted(arguments));
        }
        Selection selection = new Selection(
                names(given, "--id"),
                names(given, "--group"),
                names(given, "--engine").stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .toList(),
                names(given, "--arm"),
                seeds(given.getOrDefault("--seeds", String.valueOf(USUAL_SEEDS))));
        selection.requireKnown();
        return selection;
    }

    private static List<String> names(Map<String, String> given, String option) {
        String value = given.getOrDefault(option, "");
        return value.isBlank() ? List.of() : List.of(value.strip().split("\\s*,\\s*"));
    }

    private static int seeds(String given) {
        if (!given.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException(
                    "--seeds needs a number from 1 to 999, not " + given);
        }
        return Integer.parseInt(given);
    }

    private void requireKnown() {
        List<String> knownIds = new ArrayList<>();
        List<String> knownGroups = new ArrayList<>();
        for (Entry entry : Corpus.entries()) {
            knownIds.add(entry.listing().id());
            knownIds.add(entry.key());
            knownGroups.add(entry.listing().group());
        }
        require("--id", ids, knownIds);
        require("--group", groups, knownGroups);
        require("--engine", engines, List.of(Engine.DJL.name(), Engine.DL4J.name()));
        require("--arm", arms, Arms.all().stream().map(Arm::name).toList());
    }

    private static void require(String option, List<String> given, List<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("%s: nothing is called %s; there are %s"
                        .formatted(option, name, alike(name, known)));
            }
        }
    }

    /** What begins alike, or else everything. */
    private static List<String> alike(String name, List<String> known) {
        String start = name.substring(0, Math.min(2, name.length()));
        List<String> alike = known.stream()
                .filter(other -> other.startsWith(start))
                .distinct()
                .toList();
        return alike.isEmpty() ? known.stream().distinct().toList() : alike;
    }

    /** The programs, those of one carrier one after the other. */
    List<Entry> entries() {
        return Corpus.entries().stream()
                .filter(entry -> engines.isEmpty()
                        || engines.contains(entry.program().engine().name()))
                .filter(entry ->
                        groups.isEmpty() || groups.contains(entry.listing().group()))
                .filter(entry -> ids.isEmpty()
                        || ids.contains(entry.key())
                        || ids.contains(entry.listing().id()))
                .sorted(Comparator.comparing(entry -> entry.program().getClass().getPackageName()))
                .toList();
    }

    /** The arms. */
    List<Arm> chosenArms() {
        return Arms.all().stream()
                .filter(arm -> arms.isEmpty() || arms.contains(arm.name()))
                .toList();
    }

    /** Whether nothing is left out, so that the page of results may be written. */
    boolean isWhole() {
        return ids.isEmpty()
                && groups.isEmpty()
                && engines.isEmpty()
                && arms.isEmpty()
                && seeds >= USUAL_SEEDS;
    }

    /** As it would be written. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--id", ids);
        add(arguments, "--group", groups);
        add(arguments, "--engine", engines);
        add(arguments, "--arm", arms);
        add(arguments, "--seeds", List.of(String.valueOf(seeds)));
        return arguments;
    }

    private static void add(List<String> arguments, String option, List<String> values) {
        if (!values.isEmpty()) {
            arguments.add(option);
            arguments.add(String.join(",", values));
        }
    }
}
