package dev.mltest.sample;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a territory or a language is called in some language, according to the JDK.
 *
 * @param text the name, for example "Suède"
 * @param language the language it is written in, for example "fr"
 * @param code what it names, for example "SE"
 */
public record DisplayName(String text, String language, String code) {

    /** The names that only one of these languages uses, each once. */
    static List<DisplayName> unambiguousIn(Collection<String> languages) {
        Map<String, List<DisplayName>> alike = languages.stream()
                .flatMap(DisplayName::allIn)
                .collect(Collectors.groupingBy(
                        DisplayName::lowerCaseText, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream()
                .filter(DisplayName::areOneLanguage)
                .map(names -> names.get(0))
                .toList();
    }

    private static Stream<DisplayName> allIn(String language) {
        Locale reader = Locale.forLanguageTag(language);
        Stream<DisplayName> territories = Stream.of(Locale.getISOCountries())
                .map(code -> new DisplayName(territory(code, reader), language, code));
        Stream<DisplayName> languages = Stream.of(Locale.getISOLanguages())
                .map(code -> new DisplayName(language(code, reader), language, code));
        return Stream.concat(territories, languages).filter(DisplayName::isKnown);
    }

    private static String territory(String code, Locale reader) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(reader);
    }

    private static String language(String code, Locale reader) {
        return new Locale.Builder().setLanguage(code).build().getDisplayLanguage(reader);
    }

    private static boolean areOneLanguage(List<DisplayName> names) {
        return names.stream().map(DisplayName::language).distinct().count() == 1;
    }

    private String lowerCaseText() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Where the JDK knows no name, it gives back the code. */
    private boolean isKnown() {
        return !text.equals(code);
    }
}
