package dev.mltest.benchmark;

import dev.mltest.benchmark.EquivarianceRule.Answer;
import dev.mltest.library.DefaultChecks;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * mltest's check of relations beside the algorithms of e3nn and escnn, on models whose relation
 * holds by construction and on their broken twins.
 */
public final class EquivarianceRivals {

    static final int SEEDS = 20;
    private static final double ALPHA = 0.05;

    private final Map<EquivariancePair, Map<EquivarianceRule, List<Answer>>> answers =
            new LinkedHashMap<>();

    private final int seeds;

    /** Lets every rule judge every pair under so many seeds. */
    EquivarianceRivals(List<EquivariancePair> pairs, int seeds) {
        this.seeds = seeds;
        pairs.forEach(this::run);
    }

    /** Runs all pairs and writes the page into the module's folder. */
    public static void main(String[] args) throws IOException {
        new EquivarianceRivals(pairs(), SEEDS).page().write(Path.of(args[0]));
    }

    static List<EquivariancePair> pairs() {
        return Stream.of(ImagePairs.all(), SequencePairs.all(), SetPairs.all(), CloudPairs.all())
                .flatMap(List::stream)
                .toList();
    }

    private void run(EquivariancePair pair) {
        Map<EquivarianceRule, List<Answer>> byRule = new EnumMap<>(EquivarianceRule.class);
        for (EquivarianceRule rule : EquivarianceRule.values()) {
            List<Answer> found = new ArrayList<>();
            for (long seed = 0; seed < seeds; seed++) {
                found.add(rule.judge(pair, seed));
            }
            byRule.put(rule, found);
        }
        answers.put(pair, byRule);
    }

    ResultPage page() {
        return new ResultPage("equivariance-rivals", "Rules for equivariance")
                .paragraph(EquivarianceText.SETTING)
                .heading("Together")
                .table(EquivarianceText.RULES, totals())
                .paragraph(EquivarianceText.INTERVALS)
                .heading("Pair by pair: runs of " + seeds + " that called it broken")
                .paragraph(EquivarianceText.PAIRS)
                .table(EquivarianceText.COLUMNS, rows())
                .heading("Where mltest loses")
                .paragraph(EquivarianceText.losses(lost(), repeats()));
    }

    private List<List<String>> totals() {
        return List.of(
                row("false alarms, of runs where it holds", true, Answer.BROKEN),
                row("not applicable where it holds", true, Answer.UNDECIDED),
                row("missed, of runs where it is broken", false, Answer.HOLDS),
                row("not applicable where it is broken", false, Answer.UNDECIDED));
    }

    private List<String> row(String name, boolean holds, Answer answer) {
        List<String> row = new ArrayList<>(List.of(name));
        for (EquivarianceRule rule : EquivarianceRule.values()) {
            List<Answer> all = answers.entrySet().stream()
                    .filter(entry -> entry.getKey().holds() == holds)
                    .flatMap(entry -> found(entry.getKey(), rule).stream())
                    .toList();
            row.add(share(count(all, answer), all.size()));
        }
        return row;
    }

    private static String share(int part, int whole) {
        Interval interval =
                BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(whole, part, ALPHA);
        return String.format(
                Locale.ROOT,
                "%d of %d (%.1f to %.1f %%)",
                part,
                whole,
                100 * interval.getLowerBound(),
                100 * interval.getUpperBound());
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        answers.forEach((pair, byRule) -> {
            List<String> row =
                    new ArrayList<>(List.of(pair.name(), pair.holds() ? "holds" : "broken"));
            byRule.values().forEach(found -> row.add(cell(found)));
            rows.add(row);
        });
        return rows;
    }

    private static String cell(List<Answer> found) {
        int undecided = count(found, Answer.UNDECIDED);
        String broken = Integer.toString(count(found, Answer.BROKEN));
        return undecided == 0 ? broken : broken + " (" + undecided + " n/a)";
    }

    /**
     * Pairs on which mltest was wrong, or kept silent, more often than the better of the others.
     */
    private List<String> lost() {
        return answers.keySet().stream()
                .filter(pair -> right(pair, EquivarianceRule.MLTEST)
                        < Math.max(
                                right(pair, EquivarianceRule.E3NN),
                                right(pair, EquivarianceRule.ESCNN)))
                .map(EquivariancePair::name)
                .toList();
    }

    /** What another check of the default suite says of the pair that draws noise. */
    private long repeats() {
        return answers.keySet().stream()
                .filter(pair -> pair.name().equals(SetPairs.NOISY))
                .flatMap(pair -> LongStream.range(0, seeds)
                        .mapToObj(seed -> EquivarianceRule.judge(
                                pair, DefaultChecks.predictionsRepeat(), seed)))
                .filter(Answer.BROKEN::equals)
                .count();
    }

    private int right(EquivariancePair pair, EquivarianceRule rule) {
        Answer truth = pair.holds() ? Answer.HOLDS : Answer.BROKEN;
        return count(found(pair, rule), truth);
    }

    private List<Answer> found(EquivariancePair pair, EquivarianceRule rule) {
        return answers.getOrDefault(pair, Map.of()).getOrDefault(rule, List.of());
    }

    private static int count(List<Answer> found, Answer answer) {
        return Collections.frequency(found, answer);
    }
}
