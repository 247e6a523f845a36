package dev.mltest.experiment;

import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.model.ModelUnderTest;

/**
 * A question that is answered by trying it out on the model. The laboratory seeds the model before
 * and restores it after; an experiment may do to the model whatever it likes.
 *
 * @param <E> what it sees
 */
public interface Experiment<E extends Evidence> extends Question<E> {

    /** The most that it costs on this model, for one seed. */
    Price price(ModelUnderTest model);

    /**
     * Tries it out.
     *
     * @throws dev.mltest.model.NotAvailableException if this model cannot be asked
     * @throws dev.mltest.model.ConfigurationException if what the user gave is unusable
     */
    E perform(Bench bench);
}
