package dev.mltest.reporting.plot;

/** Numbers the plots of one model. */
final class Captions {

    private final String prefix;
    private final String provenance;
    private int made;

    Captions(String prefix, String provenance) {
        this.prefix = prefix;
        this.provenance = provenance;
    }

    Caption caption(String title, String says, String conditions) {
        made++;
        return new Caption(
                "%s-plot%d".formatted(prefix, made),
                title,
                "%s (%s; %s)".formatted(says, conditions, provenance));
    }

    static String seed(long seed) {
        return "seed " + seed;
    }
}
