package dev.mltest.junit;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What fixtures and fakes did, in order, for tests to look at. */
public final class Ledger {

    private static final ConcurrentLinkedQueue<String> ENTRIES = new ConcurrentLinkedQueue<>();

    private Ledger() {}

    /** Opens an empty one. */
    public static void clear() {
        ENTRIES.clear();
    }

    /** Takes something down. */
    public static void add(String entry) {
        ENTRIES.add(entry);
    }

    /** All entries that start so. */
    public static List<String> entries(String start) {
        return ENTRIES.stream().filter(entry -> entry.startsWith(start)).toList();
    }
}
