package io.casewire.standalone.remote;

import java.io.PrintStream;
import java.util.List;

/** A line for each document that is through. */
final class PlainLines implements Display {
    private static final int NAME = 40;

    private final PrintStream out;

    PlainLines(PrintStream out) {
        this.out = out;
    }

    /** As {@link #ended} prints it, without the end of the line. */
    static String line(String name, String told) {
        return "  " + Columns.padded(Columns.harmless(name), NAME) + " " + Columns.harmless(told);
    }

    @Override
    public void show(List<UnderWay> documents) {
        // those that are through say enough
    }

    @Override
    public void ended(String name, String told) {
        out.println(line(name, told));
    }

    @Override
    public void say(String sentence) {
        out.println(Columns.harmless(sentence));
    }
}
