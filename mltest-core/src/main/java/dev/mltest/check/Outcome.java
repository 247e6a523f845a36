package dev.mltest.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How a check ended. Never a boolean: what could not be examined did not pass. */
public sealed interface Outcome extends Verdict {

    /** One word for tables. */
    String label();

    /** What decided: the worst violation, or of what held the measurement closest to its bound. */
    Optional<Measurement> decisive();

    /**
     * The claim holds of everything that was examined.
     *
     * @param examined what was measured, in the order of measuring; never empty
     * @param note a remark that a reader should see although nothing is wrong; may be empty
     */
    record Held(List<Measurement> examined, String note) implements Outcome {

        /** Keeps its own copy. */
        public Held {
            examined = List.copyOf(examined);
        }

        @Override
        public String label() {
            return "held";
        }

        @Override
        public Optional<Measurement> decisive() {
            return examined.stream().min(Comparator.comparingDouble(Measurement::slack));
        }
    }

    /**
     * The claim does not hold.
     *
     * @param summary how many of what, in one line
     * @param violations what is outside its bound, the worst first
     * @param examined how many things were looked at
     * @param clues measured facts that narrow the cause
     * @param worstCase number of the case that the first violation is about, if it has one
     */
    record Violated(
            String summary,
            List<Measurement> violations,
            int examined,
            List<Clue> clues,
            OptionalInt worstCase)
            implements Outcome {

        /** A violation that is not about a numbered case. */
        public Violated(
                String summary, List<Measurement> violations, int examined, List<Clue> clues) {
            this(summary, violations, examined, clues, OptionalInt.empty());
        }

        /** Keeps its own copies. */
        public Violated {
            violations = List.copyOf(violations);
            clues = List.copyOf(clues);
        }

        @Override
        public String label() {
            return "violated";
        }

        @Override
        public Optional<Measurement> decisive() {
            return violations.stream().findFirst();
        }
    }

    /**
     * It could not be examined.
     *
     * @param reason why, as a clause
     */
    record NotApplicable(String reason) implements Outcome {

        @Override
        public String label() {
            return "not applicable";
        }

        @Override
        public Optional<Measurement> decisive() {
            return Optional.empty();
        }
    }
}
