package dev.mltest.diagnosis;

import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.Question;
import dev.mltest.model.NotAvailableException;

import java.util.List;
import java.util.Set;

/**
 * Asks on behalf of causes, under the seed of the violation and within the budget of its run.
 *
 * @param runner whose budget is spent
 * @param seed under which is asked
 * @param violated what is to be explained
 */
record Inquiry(CheckRunner runner, long seed, List<CheckReport> violated) {

    /** Whether any of these symptoms is to be explained. */
    boolean shows(Set<Symptom> symptoms) {
        return symptoms.stream().anyMatch(symptom -> symptom.isShownBy(violated));
    }

    /**
     * The evidence that answers a question.
     *
     * @throws NotAvailableException if there is none, with the reason
     */
    <E extends Evidence> E ask(Question<E> question) {
        Answer<E> answer = runner.ask(question, seed);
        if (answer instanceof Answer.Unavailable<E> missing) {
            throw new NotAvailableException(missing.reason());
        }
        return ((Answer.Seen<E>) answer).evidence();
    }
}
