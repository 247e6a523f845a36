package dev.mltest.check;

import java.util.List;

/** Names in running text. */
public final class Listing {

    private static final int MOST = 3;

    private Listing() {}

    /** For example {@code a}, {@code a and b} or {@code a, b, c and 6 more}. */
    public static String of(List<?> things) {
        List<String> names = things.stream().limit(MOST).map(Object::toString).toList();
        if (things.size() > MOST) {
            return "%s and %d more".formatted(String.join(", ", names), things.size() - MOST);
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
