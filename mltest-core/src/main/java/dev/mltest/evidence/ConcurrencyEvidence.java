package dev.mltest.evidence;

/**
 * Predictions that several threads asked for at the same time, compared with the same predictions
 * one after the other, in a process of their own.
 *
 * @param examples different examples, each predicted alone
 * @param threads how many asked at once
 * @param asked predictions that all threads together asked for
 * @param compared those that came back and could be compared
 * @param differing those that differ by more than round-off and the noise of single predictions
 * @param worst largest difference of an element
 * @param noise largest difference when one thread predicts all examples twice
 * @param roundOff how far round-off alone may move an element
 * @param thrown predictions that ended in an exception
 * @param thrownFirst the first of these exceptions; empty if there was none
 * @param unfinished threads that did not come to an end
 * @param status exit status of the process; 0 unless it broke down
 * @param lastWords what it said then
 */
public record ConcurrencyEvidence(
        int examples,
        int threads,
        long asked,
        long compared,
        long differing,
        double worst,
        double noise,
        double roundOff,
        long thrown,
        String thrownFirst,
        int unfinished,
        int status,
        String lastWords)
        implements Evidence {

    /** Whether even one thread gets other predictions every time. */
    public boolean isNoisy() {
        return !(noise <= roundOff);
    }
}
