package dev.mltest.check;

/** Is told of every check that was judged, before anything is thrown. */
@FunctionalInterface
public interface CheckListener {

    /** A check was judged. */
    void judged(CheckReport report);
}
