package dev.mltest.junit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of several parts that a suite is split into, class by class, since the tests of a class share
 * what is found out about its model.
 *
 * <p>A class's part follows from its name and the number of parts alone. Dealing classes out in
 * turn would be more even, but then forks, filters and modules would change which class is whose
 * turn, and classes would be run twice or never.
 *
 * @param number of this part, from 1
 * @param count how many parts there are
 */
record Shard(int number, int count) {

    private static final Pattern NOTATION = Pattern.compile("0*(\\d{1,4})\\s*/\\s*0*(\\d{1,4})");

    /** From text such as {@code 2/3}. */
    static Optional<Shard> parse(String text) {
        return Optional.of(NOTATION.matcher(text))
                .filter(Matcher::matches)
                .map(parts -> new Shard(
                        Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                .filter(shard -> shard.number >= 1 && shard.number <= shard.count);
    }

    boolean holds(Class<?> testClass) {
        return of(testClass, count).equals(this);
    }

    /** The one of so many that the class belongs to. */
    static Shard of(Class<?> testClass, int count) {
        CRC32 hash = new CRC32();
        hash.update(testClass.getName().getBytes(StandardCharsets.UTF_8));
        return new Shard(1 + (int) (hash.getValue() % count), count);
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
