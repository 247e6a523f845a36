package dev.mltest.corpus.pass;

import java.util.Locale;

/** Shows how far a pass has come. */
final class Progress {

    private final int programs;
    private final long start = System.nanoTime();
    private int done;

    Progress(int programs) {
        this.programs = programs;
    }

    /** Shows what a worker printed; counts the programs among it. */
    synchronized void show(String line) {
        if (!line.startsWith(Worker.DONE)) {
            System.out.println("           " + line);
            return;
        }
        done++;
        double elapsed = (System.nanoTime() - start) * 1e-9;
        System.out.printf(
                Locale.ROOT,
                "[%3d/%d] %s  %s%n",
                done,
                programs,
                clock(elapsed),
                line.substring(Worker.DONE.length()));
    }

    /** Seconds since the pass began. */
    double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    static String clock(double seconds) {
        return "%d:%02d".formatted((long) seconds / 60, (long) seconds % 60);
    }
}
