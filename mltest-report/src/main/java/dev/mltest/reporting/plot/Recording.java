package dev.mltest.reporting.plot;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.Question;
import dev.mltest.report.RecordedEvidence;
import dev.mltest.report.RecordedEvidence.Asked;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What was seen of a model, by question. */
final class Recording {

    private final RecordedEvidence evidence;

    Recording(RecordedEvidence evidence) {
        this.evidence = evidence;
    }

    /**
     * What was seen under one seed.
     *
     * @param seed the seed
     * @param evidence what was seen
     */
    record Seeded<E extends Evidence>(long seed, E evidence) {}

    /** What answers this question, for each seed. */
    <E extends Evidence> List<Seeded<E>> all(Question<E> question) {
        return all(question.id()::equals, question.evidenceType());
    }

    /** The same for the first seed under which something was seen. */
    <E extends Evidence> Optional<Seeded<E>> first(Question<E> question) {
        return all(question).stream().findFirst();
    }

    /** What answers the questions with such ids, in the order of asking. */
    <E extends Evidence> List<Seeded<E>> all(Predicate<String> ids, Class<E> type) {
        return evidence.asked().stream()
                .filter(asked -> ids.test(asked.question()))
                .flatMap(asked -> seen(asked, type).stream())
                .toList();
    }

    private <E extends Evidence> Optional<Seeded<E>> seen(Asked asked, Class<E> type) {
        Answer<E> answer = evidence.ask(new Named<>(asked.question(), type), asked.seed());
        return answer instanceof Answer.Seen<E> seen
                ? Optional.of(new Seeded<>(asked.seed(), seen.evidence()))
                : Optional.empty();
    }

    private record Named<E extends Evidence>(String id, Class<E> evidenceType)
            implements Question<E> {}
}
