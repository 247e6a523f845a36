package dev.mltest.dl4j;

import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

import java.util.function.Supplier;

/** Keeps arrays out of ND4J's workspaces, whose memory is reused while somebody still reads it. */
final class Outside {

    private Outside() {}

    /** Does something outside every workspace. */
    static <T> T workspaces(Supplier<T> work) {
        MemoryWorkspace scope = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }
}
