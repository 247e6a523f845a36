package dev.mltest.sample;

import java.util.List;
import java.util.function.Predicate;

/**
 * How the JDK names the world's territories and languages in {@link #LANGUAGES}: "Deutschland" is
 * German, "Allemagne" French. What is written alike in two of them is left out, so that every name
 * has one answer. A code is among the training names or among the validation names, whatever the
 * language: who knows "Suède" has not been told "Sverige".
 */
public final class LanguageNames {

    /** The classes, in order: languages in Latin, Greek and Cyrillic letters. */
    public static final List<String> LANGUAGES = List.of(
            "cs", "cy", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "hu", "is", "it",
            "lt", "lv", "mt", "nl", "pl", "pt", "ro", "ru", "sk", "sq", "sv", "sw", "tr", "uk",
            "vi");

    private static final int ONE_CODE_IN = 5;

    private final List<DisplayName> names;

    private LanguageNames(Predicate<DisplayName> which) {
        names = DisplayName.unambiguousIn(LANGUAGES).stream().filter(which).toList();
    }

    /** The names to train on, about four fifths of all. */
    public static LanguageNames training() {
        return new LanguageNames(name -> !isHeldOut(name));
    }

    /** The names to validate on. */
    public static LanguageNames validation() {
        return new LanguageNames(LanguageNames::isHeldOut);
    }

    private static boolean isHeldOut(DisplayName name) {
        return Math.floorMod(name.code().hashCode(), ONE_CODE_IN) == 0;
    }

    /** The names themselves. */
    public List<DisplayName> names() {
        return names;
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }

    /** Each name's {@link Ngrams}, one row after the other. */
    public long[] ngrams() {
        return names.stream().map(DisplayName::text).flatMapToLong(Ngrams::of).toArray();
    }

    /** For each name the index of its language in {@link #LANGUAGES}. */
    public long[] labels() {
        return names.stream()
                .mapToLong(name -> LANGUAGES.indexOf(name.language()))
                .toArray();
    }
}
