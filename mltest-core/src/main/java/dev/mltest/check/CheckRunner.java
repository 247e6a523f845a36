package dev.mltest.check;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Gets each check the evidence it needs, lets it judge, and buys more evidence for an undecided one
 * while the budget lasts.
 */
public final class CheckRunner {

    private static final int MOST_ROUNDS = 4;
    private static final int MOST_SEEDS = 64;

    private final EvidenceSource source;
    private final BudgetClock clock;
    private final List<CheckListener> listeners;

    /** A runner whose budget starts to run now. */
    public CheckRunner(EvidenceSource source, Budget budget, CheckListener... listeners) {
        this.source = source;
        this.clock = new BudgetClock(source, budget);
        this.listeners = List.of(listeners);
    }

    /**
     * Runs all checks of a suite under this seed and those that follow it.
     *
     * @throws dev.mltest.model.ConfigurationException after the last check, all others judged, if a
     *     part that the user declared does not work; {@link SuiteRun} keeps the reports then
     */
    public List<CheckReport> run(CheckSuite suite, long seed) {
        SuiteRun run = SuiteRun.of(suite, check -> run(check, seed));
        run.error().ifPresent(error -> {
            throw error;
        });
        return run.reports();
    }

    /** Runs one check under this seed and, if it takes several, those that follow it. */
    public CheckReport run(Check check, long seed) {
        int seeds = check.seeds();
        Set<Question<?>> questions = byId(check.needs());
        EvidenceBook book = new EvidenceBook(source, seedsFrom(seed, seeds));
        Verdict verdict = judge(check, book, questions);
        for (int round = 1; verdict instanceof Verdict.Undecided undecided; round++) {
            Set<Question<?>> followUps = byId(undecided.followUps());
            seeds = Math.min(seeds + undecided.moreSeeds(), MOST_SEEDS);
            boolean nothingNew = followUps.stream().allMatch(book::has)
                    && seeds == book.seeds().size();
            if (round == MOST_ROUNDS || nothingNew) {
                verdict = stillUndecided(undecided);
                break;
            }
            if (seeds > book.seeds().size()) {
                book = new EvidenceBook(source, seedsFrom(seed, seeds));
            }
            questions.addAll(followUps);
            verdict = judge(check, book, questions);
        }
        CheckReport report = report(check, book, (Outcome) verdict);
        listeners.forEach(listener -> listener.judged(report));
        return report;
    }

    /**
     * Asks a question beyond those of any check, out of the same budget.
     *
     * @return what came back; if nothing did, the reason, which may be that the budget is spent
     */
    public <E extends Evidence> Answer<E> ask(Question<E> question, long seed) {
        Optional<String> refusal = clock.refusal(question, List.of(seed));
        return refusal.isPresent()
                ? new Answer.Unavailable<>(refusal.get())
                : source.ask(question, seed);
    }

    private Verdict judge(Check check, EvidenceBook book, Set<Question<?>> questions) {
        for (Question<?> question : questions) {
            if (book.has(question)) {
                continue;
            }
            Optional<String> refusal = clock.refusal(question, book.seeds());
            if (refusal.isPresent()) {
                return new Outcome.NotApplicable(refusal.get());
            }
            Optional<String> missing = book.ask(question);
            if (missing.isPresent() && check.needs().contains(question)) {
                return new Outcome.NotApplicable(missing.get());
            }
        }
        return check.judge(book);
    }

    private CheckReport report(Check check, EvidenceBook book, Outcome outcome) {
        Price spent = Price.FREE;
        double seconds = 0;
        for (Question<?> question : book.asked()) {
            for (long seed : book.seeds()) {
                Answer<? extends Evidence> answer = source.ask(question, seed);
                if (answer instanceof Answer.Seen<?> seen) {
                    spent = spent.plus(seen.spent());
                    seconds += seen.seconds();
                } else {
                    break;
                }
            }
        }
        return new CheckReport(
                source.subject(),
                check.id(),
                check.claim(),
                check.because(),
                outcome,
                book.seeds(),
                spent,
                seconds,
                check.falseAlarmRate());
    }

    private static Outcome stillUndecided(Verdict.Undecided undecided) {
        String more = undecided.moreSeeds() == 0
                ? ""
                : "; %d more seeds might decide".formatted(undecided.moreSeeds());
        return new Outcome.NotApplicable("still undecided: " + undecided.reason() + more);
    }

    private static List<Long> seedsFrom(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    private static Set<Question<?>> byId(Set<Question<?>> questions) {
        Set<Question<?>> sorted = new TreeSet<>(Comparator.comparing(Question<?>::id));
        sorted.addAll(questions);
        return sorted;
    }
}
