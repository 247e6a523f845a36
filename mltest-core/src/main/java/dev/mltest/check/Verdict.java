package dev.mltest.check;

import dev.mltest.evidence.Question;

import java.util.Set;

/** What a check says of the evidence so far: an {@link Outcome}, or that it needs to see more. */
public sealed interface Verdict permits Outcome, Verdict.Undecided {

    /**
     * The evidence does not decide yet. The runner buys what is asked for while the budget lasts;
     * what is still undecided then is not applicable.
     *
     * @param reason what is open, as a clause
     * @param moreSeeds how many further seeds would help
     * @param followUps further questions whose answers would help
     */
    record Undecided(String reason, int moreSeeds, Set<Question<?>> followUps) implements Verdict {

        /** Keeps its own copy. */
        public Undecided {
            followUps = Set.copyOf(followUps);
        }

        /** Asks for more seeds. */
        public static Undecided moreSeeds(String reason, int count) {
            return new Undecided(reason, count, Set.of());
        }

        /** Asks further questions. */
        public static Undecided ask(String reason, Question<?>... followUps) {
            return new Undecided(reason, 0, Set.of(followUps));
        }
    }
}
