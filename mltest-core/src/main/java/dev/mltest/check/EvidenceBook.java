package dev.mltest.check;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.Subject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The evidence a check may read: the answers to its questions under each of its seeds. */
public final class EvidenceBook {

    private final Subject subject;
    private final List<Long> seeds;
    private final Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
    private final Map<String, String> unavailable = new LinkedHashMap<>();
    private final Set<Question<?>> asked = new HashSet<>();
    private final EvidenceSource source;

    EvidenceBook(EvidenceSource source, List<Long> seeds) {
        this.source = source;
        this.subject = source.subject();
        this.seeds = List.copyOf(seeds);
    }

    /** What the evidence is about. */
    public Subject subject() {
        return subject;
    }

    /** The seeds under which was asked. */
    public List<Long> seeds() {
        return seeds;
    }

    /** The evidence for each seed, in the order of {@link #seeds()}. */
    public <E extends Evidence> List<E> of(Question<E> question) {
        List<Evidence> found = evidence.get(question.id());
        if (found == null) {
            throw new IllegalStateException("the check did not ask for " + question.id());
        }
        return found.stream().map(question.evidenceType()::cast).toList();
    }

    /** Whether this question has been asked, be it with or without an answer. */
    public boolean has(Question<?> question) {
        return evidence.containsKey(question.id()) || unavailable.containsKey(question.id());
    }

    /** Whether this question has been answered with evidence. */
    public boolean answers(Question<?> question) {
        return evidence.containsKey(question.id());
    }

    Set<Question<?>> asked() {
        return asked;
    }

    /** Asks under every seed; returns the reason if the answer is not to be had. */
    <E extends Evidence> Optional<String> ask(Question<E> question) {
        asked.add(question);
        List<Evidence> found = new ArrayList<>();
        for (long seed : seeds) {
            Answer<E> answer = source.ask(question, seed);
            if (answer instanceof Answer.Unavailable<E> missing) {
                unavailable.put(question.id(), missing.reason());
                return Optional.of(missing.reason());
            }
            found.add(((Answer.Seen<E>) answer).evidence());
        }
        evidence.put(question.id(), List.copyOf(found));
        return Optional.empty();
    }
}
