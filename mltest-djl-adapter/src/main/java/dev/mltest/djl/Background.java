package dev.mltest.djl;

import ai.djl.ndarray.LazyNDArray;
import ai.djl.ndarray.NDArray;

/** What an engine may still be computing when DJL's calls have returned. */
final class Background {

    private Background() {}

    /** Waits until these values are there, so that an error is told where it was made. */
    static void finish(Iterable<NDArray> arrays) {
        for (NDArray array : arrays) {
            if (array instanceof LazyNDArray lazy) {
                lazy.waitToRead();
            }
        }
    }
}
