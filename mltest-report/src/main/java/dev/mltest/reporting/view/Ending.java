package dev.mltest.reporting.view;

import dev.mltest.check.Outcome;

/** How a verdict ended, in the order in which a reader wants to see them. */
public enum Ending {
    /** The claim does not hold. */
    VIOLATED("violated"),
    /** It could not be examined. */
    NOT_APPLICABLE("not applicable"),
    /** The claim holds. */
    HELD("held");

    private final String label;

    Ending(String label) {
        this.label = label;
    }

    static Ending of(Outcome outcome) {
        if (outcome instanceof Outcome.Violated) {
            return VIOLATED;
        }
        return outcome instanceof Outcome.Held ? HELD : NOT_APPLICABLE;
    }

    /** In words. */
    public String label() {
        return label;
    }

    /** For style sheets. */
    public String key() {
        return label.replace(' ', '-');
    }
}
