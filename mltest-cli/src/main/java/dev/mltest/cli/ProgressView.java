package dev.mltest.cli;

import dev.mltest.preflight.Progress;

import picocli.CommandLine.Help.Ansi;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far a run is: on a terminal in one line that is written anew, elsewhere in plain lines.
 */
final class ProgressView implements AutoCloseable {

    private static final int WIDTH = 79;
    private static final String TO_START = "\r";
    private static final String ERASE = "\u001b[K";

    private final PrintWriter err;
    private final boolean rewriting;

    ProgressView(PrintWriter err, boolean rewriting) {
        this.err = err;
        this.rewriting = rewriting;
    }

    /** A line is written anew only where somebody sits before it. */
    static ProgressView on(PrintWriter err) {
        return new ProgressView(err, Ansi.AUTO.enabled() && System.getenv("CI") == null);
    }

    void show(Progress progress) {
        String line = "check %d of %d, %s%s  %s"
                .formatted(
                        progress.number(),
                        progress.of(),
                        seconds(progress.elapsed()),
                        progress.left()
                                .map(left -> ", about " + seconds(left) + " left")
                                .orElse(""),
                        progress.next());
        if (rewriting) {
            err.print(TO_START + line.substring(0, Math.min(line.length(), WIDTH)) + ERASE);
        } else {
            err.println(line);
        }
        err.flush();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (rewriting) {
            err.print(TO_START + ERASE);
            err.flush();
        }
    }
}
