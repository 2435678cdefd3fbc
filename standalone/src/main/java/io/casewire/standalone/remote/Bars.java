package io.casewire.standalone.remote;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * The last lines of the terminal are those of what is under way; what is through goes above them. Lines are never wider than the
 * narrowest terminal, as one that wraps could not be taken back.
 */
final class Bars implements Display {
    private static final int MOST = 6;
    private static final int NAME = 34;
    private static final int BAR = 20;
    private static final int STAGE = 19;
    private static final long BETWEEN_DRAWINGS = Duration.ofMillis(80).toNanos();
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private List<UnderWay> documents = List.of();
    private int drawn;
    private long drawnAt = System.nanoTime() - BETWEEN_DRAWINGS;

    Bars(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void show(List<UnderWay> now) {
        boolean others = now.size() != documents.size();
        documents = List.copyOf(now);
        if (others || System.nanoTime() - drawnAt >= BETWEEN_DRAWINGS) {
            redraw("");
        }
    }

    @Override
    public synchronized void ended(String name, String told) {
        redraw(PlainLines.line(name, told) + System.lineSeparator());
    }

    @Override
    public synchronized void say(String sentence) {
        redraw(Columns.harmless(sentence) + System.lineSeparator());
    }

    /** In one piece, so that nothing flickers. */
    private void redraw(String above) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append('A');
        }
        text.append('\r').append(CLEAR_BELOW).append(above);
        drawn = Math.min(documents.size(), MOST);
        documents.stream().limit(MOST).forEach(document -> text.append(line(document))
                .append(System.lineSeparator()));
        if (documents.size() > MOST) {
            text.append("  and ")
                    .append(documents.size() - MOST)
                    .append(" more")
                    .append(System.lineSeparator());
            drawn++;
        }
        out.print(text);
        out.flush();
        drawnAt = System.nanoTime();
    }

    static String line(UnderWay document) {
        int full = (int) Math.round(Math.clamp(document.share(), 0, 1) * BAR);
        return "  " + Columns.padded(Columns.shortened(Columns.harmless(document.name()), NAME), NAME) + " ["
                + "#".repeat(full) + "-".repeat(BAR - full) + "] "
                + Columns.shortened(document.stage(), STAGE);
    }
}
