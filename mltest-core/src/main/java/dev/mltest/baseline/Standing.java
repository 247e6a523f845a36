package dev.mltest.baseline;

/** What a baseline says of one violation. */
public sealed interface Standing {

    /** A remark for whoever reads about the violation; empty if there is nothing to say. */
    String remark();

    /** It is not known. */
    record Unknown() implements Standing {

        @Override
        public String remark() {
            return "";
        }
    }

    /**
     * It is accepted today.
     *
     * @param entry that accepts it
     */
    record Frozen(KnownViolation entry) implements Standing {

        @Override
        public String remark() {
            return "frozen since %s, until %s: %s"
                    .formatted(entry.since(), entry.until(), entry.reason());
        }
    }

    /**
     * It was accepted, and is so no longer.
     *
     * @param entry that accepted it
     */
    record Expired(KnownViolation entry) implements Standing {

        @Override
        public String remark() {
            return "was frozen until %s (%s), which is over: repair it, or freeze it anew"
                    .formatted(entry.until(), entry.reason());
        }
    }
}
