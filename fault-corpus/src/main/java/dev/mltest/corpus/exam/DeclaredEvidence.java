package dev.mltest.corpus.exam;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.Subject;
import dev.mltest.experiment.Laboratory;

/**
 * Evidence on a model with declarations that only add questions: what can be seen without them is
 * seen alike, so that only the rest is asked of the declared model.
 *
 * @param standard the laboratory of the model without declarations
 * @param declared that of the same model with them
 */
record DeclaredEvidence(Laboratory standard, Laboratory declared) implements EvidenceSource {

    @Override
    public Subject subject() {
        return standard.subject();
    }

    @Override
    public Price price(Question<?> question) {
        return declared.price(question);
    }

    @Override
    public boolean knows(Question<?> question, long seed) {
        return standard.knows(question, seed) && isSeen(standard.ask(question, seed))
                || declared.knows(question, seed);
    }

    @Override
    public <E extends Evidence> Answer<E> ask(Question<E> question, long seed) {
        Answer<E> answer = standard.ask(question, seed);
        return isSeen(answer) ? answer : declared.ask(question, seed);
    }

    private static boolean isSeen(Answer<?> answer) {
        return answer instanceof Answer.Seen;
    }
}
