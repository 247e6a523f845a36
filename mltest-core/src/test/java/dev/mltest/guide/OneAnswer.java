package dev.mltest.guide;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Task;

/** Gives one piece of evidence, written by hand, to whoever asks for its type. */
record OneAnswer(Evidence evidence) implements EvidenceSource {

    @Override
    public Subject subject() {
        return new Subject("toy", Task.classification(3), "by hand");
    }

    @Override
    public Price price(Question<?> question) {
        return Price.FREE;
    }

    @Override
    public boolean knows(Question<?> question, long seed) {
        return true;
    }

    @Override
    public <E extends Evidence> Answer<E> ask(Question<E> question, long seed) {
        return new Answer.Seen<>(question.evidenceType().cast(evidence), Price.FREE, 0);
    }
}
