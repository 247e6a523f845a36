package dev.mltest.docs;

import dev.mltest.check.Check;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.library.DefaultChecks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of all checks: what each claims, needs, costs, and found in the fault corpus. What a
 * check needs is said by the first line of its own page.
 */
final class ChecksPage {

    static final String PATH = "docs/checks/index.md";

    private static final String HEAD = """
            # All checks

            Written by a test from the checks themselves and from the results of the
            [fault corpus](../../fault-corpus/RESULTS.md); never by hand. The %d default checks stand in the order
            in which the suite runs them, the cheap and specific ones first.

            - *Needs*: a predictor turns inputs into outputs, a differentiable model has parameters, a loss and
              gradients as well, a trainable one an optimiser on top. What has to be declared is named beside it.
            - *Price*: the most it costs on a classifier of one input and one target, in forward passes (F),
              backward passes (B) and optimiser steps (S), over all the seeds it takes. Checks on the same
              experiments share them: *shared* says that rows above have paid all. A 0 stands where nothing is
              declared of this classifier that would cost something: the page of the check says what it then
              costs, and what follow-up questions after a finding add.
            - *By chance*: how often, at most, it accuses a correct model. Shares of the suite's total of %s;
              nothing is drawn in an *exact* one.
            - *Faults caught*: in how many of the corpus' faulty programs it fails and their correct twin does not,
              with what the programs declare; in brackets those that no other check catches. A 0 says that the
              corpus has no such fault yet: each check also has a fault of its own that its test demands it to catch.

            | check | the model should | needs | experiments | price | by chance | faults caught |
            |---|---|---|---|---|---|---|
            """;

    private static final String TAIL = """

            Not in the default suite: [relation-holds](relation-holds.md), one relation claimed on the spot, and
            [gradients-match-the-curvature](gradients-match-the-curvature.md), second derivatives.

            [Evidence and verdicts](../explanation/evidence-and-verdicts.md) explains budgets and follow-up
            questions, [Chance and causes](../explanation/chance-and-causes.md) the shares of chance, and
            [What a green run does not prove](../explanation/what-a-green-run-does-not-prove.md) what no check
            sees.
            """;

    private static final Pattern NEEDS = Pattern.compile("(?s)^`[a-z-]+`: needs (.*?);");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| \\d+ \\| (\\d+) \\| (\\d+) \\| \\d+ \\|$");

    private final EvidenceSource laboratory;
    private final Map<String, String> caught;
    private final Set<String> paid = new HashSet<>();

    /** Prices are those of a laboratory's model. */
    ChecksPage(EvidenceSource laboratory, String results) {
        this.laboratory = laboratory;
        this.caught = ROW.matcher(results)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> "%s (%s)".formatted(row.group(2), row.group(3)),
                        (first, second) -> first));
    }

    String text() {
        List<Check> checks = DefaultChecks.suite().checks();
        StringJoiner rows = new StringJoiner("\n", "", "\n");
        checks.forEach(check -> rows.add(row(check)));
        return HEAD.formatted(checks.size(), oneIn(DefaultChecks.FALSE_ALARM_RATE)) + rows + TAIL;
    }

    private String row(Check check) {
        String ids = questions(check)
                .map(question -> "`" + question.id() + "`")
                .collect(Collectors.joining(", "));
        String chance = check.falseAlarmRate() > 0 ? oneIn(check.falseAlarmRate()) : "exact";
        return "| [%s](%s.md) | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        check.id(),
                        check.id(),
                        check.claim().replaceFirst("^should ", ""),
                        needs(check),
                        ids,
                        price(check),
                        chance,
                        caught.getOrDefault(check.id(), "0 (0)"));
    }

    private static Stream<Question<?>> questions(Check check) {
        return check.needs().stream().sorted((one, other) -> one.id().compareTo(other.id()));
    }

    private String price(Check check) {
        boolean isShared = questions(check).map(Question::id).noneMatch(paid::add);
        Price price = questions(check)
                .map(question -> laboratory.price(question).times(check.seeds()))
                .reduce(Price.FREE, Price::plus);
        if (isShared) {
            return "shared";
        }
        return parts(price).isEmpty() ? "0" : parts(price);
    }

    private static String parts(Price price) {
        return Stream.of(
                        part(price.forwards(), "F"),
                        part(price.backwards(), "B"),
                        part(price.steps(), "S"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%,d %s", count, unit);
    }

    private static String needs(Check check) {
        String page = Repository.text(Repository.ROOT.resolve("docs/checks/" + check.id() + ".md"));
        Matcher needs = NEEDS.matcher(page.lines().skip(2).collect(Collectors.joining("\n")));
        if (!needs.find()) {
            throw new AssertionError("the page of %s does not begin with `%s`: needs ...;"
                    .formatted(check.id(), check.id()));
        }
        return needs.group(1).replaceAll("\\s+", " ");
    }

    private static String oneIn(double rate) {
        return String.format(Locale.ROOT, "1 in %,d", Math.round(1 / rate));
    }
}
