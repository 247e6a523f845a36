package dev.mltest.corpus.bags;

import static dev.mltest.corpus.oracle.Training.learns;

import dev.mltest.corpus.program.Correct;
import dev.mltest.corpus.program.Edit;

/** Correct programs around the bag of words. */
final class BagCorrect {

    private BagCorrect() {}

    @Correct("M7")
    static Edit twin() {
        return Edit.of(new DjlBag(), new Dl4jBag()).shownBy(learns());
    }

    @Correct("C03")
    static Edit largeVocabulary() {
        Documents documents = new Documents() {
            @Override
            int vocabulary() {
                return 400;
            }
        };
        return Edit.in(documents, DjlBag::new, Dl4jBag::new).shownBy(learns());
    }

    @Correct("C12")
    static Edit countsOfWords() {
        return Edit.of(new DjlCounts(), new Dl4jCounts()).shownBy(learns());
    }

    @Correct("C52")
    static Edit frozenRandomEmbedding() {
        return Edit.of(new DjlFrozenBag(), new Dl4jFrozenBag()).shownBy(learns());
    }

    @Correct("C64")
    static Edit paddedInFront() {
        Documents documents = new Documents() {
            @Override
            int firstAt(int words) {
                return LENGTH - words;
            }
        };
        return Edit.in(documents, DjlBag::new, Dl4jBag::new).shownBy(learns());
    }
}
