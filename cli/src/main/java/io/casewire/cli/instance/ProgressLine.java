package io.casewire.cli.instance;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How far a run is: a bar that is drawn over itself on a terminal, else a line at every tenth. */
final class ProgressLine {
    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private long tenthShown = -1;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ProgressLine on(PrintStream out) {
        return new ProgressLine(
                out,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    void show(JsonNode run) {
        if (terminal) {
            out.print('\r' + text(run) + "  ");
            out.flush();
            return;
        }
        long tenth = TENTHS
                * run.path("done").asLong(0)
                / Math.max(1, run.path("total").asLong(0));
        if (tenth > tenthShown) {
            tenthShown = tenth;
            out.println(text(run));
        }
    }

    /** The last state, whatever was shown before. */
    void end(JsonNode run) {
        out.println((terminal ? "\r" : "") + text(run) + (terminal ? "  " : ""));
    }

    private static String text(JsonNode run) {
        long done = run.path("done").asLong(0);
        long total = Math.max(done, run.path("total").asLong(0));
        int filled = total == 0 ? WIDTH : (int) (WIDTH * done / total);
        return "[%s%s] %d/%d  %d changed, %d unchanged, %d failed, %d held"
                .formatted(
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        done,
                        total,
                        run.path("changed").asLong(0),
                        run.path("unchanged").asLong(0),
                        run.path("failed").asLong(0),
                        run.path("held").asLong(0));
    }
}
