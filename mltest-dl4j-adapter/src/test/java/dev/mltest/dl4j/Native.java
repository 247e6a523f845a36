package dev.mltest.dl4j;

import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.factory.Nd4j;

import java.lang.reflect.Field;
import java.util.Map;

/** What lies outside the heap. */
final class Native {

    private static final int MOST_COLLECTIONS = 60;
    private static final int PAUSE_MILLIS = 100;

    private Native() {}

    /** Buffers that somebody in this JVM still holds, once collections free no more of them. */
    static int buffers() {
        Map<?, ?> alive = alive();
        int level = 0;
        for (int i = 0; i < MOST_COLLECTIONS && level < 2; i++) {
            int before = alive.size();
            collect();
            level = alive.size() < before ? 0 : level + 1;
        }
        return alive.size();
    }

    /** ND4J frees what the collector finds in threads of its own. */
    private static void collect() {
        System.gc();
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<?, ?> alive() {
        try {
            Field references = DeallocatorService.class.getDeclaredField("referenceMap");
            references.setAccessible(true);
            return (Map<?, ?>) references.get(Nd4j.getDeallocatorService());
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException(otherVersion);
        }
    }
}
