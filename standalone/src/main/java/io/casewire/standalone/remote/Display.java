package io.casewire.standalone.remote;

import java.io.PrintStream;
import java.util.List;

/** Where a user sees documents go in. */
public sealed interface Display permits PlainLines, Bars {
    /** A line for each document that is through, for files and pipes. */
    static Display lines(PrintStream out) {
        return new PlainLines(out);
    }

    /** The same, and below them a bar for each that is under way, for a terminal that obeys ANSI's movements of the cursor. */
    static Display bars(PrintStream out) {
        return new Bars(out);
    }

    /**
     * A document under way.
     *
     * @param share of the way that lies behind it, 0 to 1
     * @param stage where it stands, in a word or two
     */
    record UnderWay(String name, double share, String stage) {}

    /** What is under way at this moment, oldest first. */
    void show(List<UnderWay> documents);

    /** A document is through. */
    void ended(String name, String told);

    /** A sentence beside. */
    void say(String sentence);
}
