package dev.mltest.testing;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Evidence written by hand: it lets a check be judged without any model. */
public final class WrittenEvidence implements EvidenceSource {

    private final Task task;
    private final Map<String, LongFunction<? extends Evidence>> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Price price = Price.FREE;

    private WrittenEvidence(Task task) {
        this.task = task;
    }

    /** No evidence yet, on a model for this task. */
    public static WrittenEvidence about(Task task) {
        return new WrittenEvidence(task);
    }

    /** Answers a question in the same way for every seed. */
    public <E extends Evidence> WrittenEvidence with(Question<E> question, E evidence) {
        return withEach(question, seed -> evidence);
    }

    /** Answers a question for each seed. */
    public <E extends Evidence> WrittenEvidence withEach(
            Question<E> question, LongFunction<E> evidence) {
        answers.put(question.id(), evidence);
        return this;
    }

    /** Every question costs that much. */
    public WrittenEvidence at(Price given) {
        price = given;
        return this;
    }

    /** Question and seed of everything that was asked for the first time, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Subject subject() {
        return new Subject("written", task, "by hand");
    }

    @Override
    public Price price(Question<?> question) {
        return price;
    }

    @Override
    public boolean knows(Question<?> question, long seed) {
        return asked.contains(key(question, seed));
    }

    @Override
    public <E extends Evidence> Answer<E> ask(Question<E> question, long seed) {
        if (!knows(question, seed)) {
            asked.add(key(question, seed));
        }
        LongFunction<? extends Evidence> answer = answers.get(question.id());
        return answer == null
                ? new Answer.Unavailable<>("nothing was written about " + question.id())
                : new Answer.Seen<>(question.evidenceType().cast(answer.apply(seed)), price, 0);
    }

    private static String key(Question<?> question, long seed) {
        return question.id() + " " + seed;
    }
}
