package io.casewire.benchmarks.faults;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Says what a run that lasts has come to, with the seconds since its beginning, so that one that stands still shows where. */
final class Phases {
    private final PrintStream out;
    private final long begun = System.nanoTime();

    Phases(PrintStream out) {
        this.out = out;
    }

    /** To nobody. */
    static Phases silent() {
        return new Phases(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    void reached(String what) {
        out.printf("        %6.1f s  %s%n", (System.nanoTime() - begun) / 1e9, what);
    }
}
