package io.casewire.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the terminal shows of a start: a line for each part as it is there. */
final class Progress {
    private final PrintStream out;
    private final long begun = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** @param partBegun from {@link System#nanoTime} */
    void ready(String part, String where, long partBegun) {
        out.printf(Locale.ROOT, "  %-12s %5.1f s  %s%n", part, seconds(partBegun), where);
    }

    void say(String sentence) {
        out.println(sentence);
    }

    double secondsSinceStart() {
        return seconds(begun);
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }
}
