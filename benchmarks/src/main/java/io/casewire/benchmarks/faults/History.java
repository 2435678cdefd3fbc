package io.casewire.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;

/** What happened in a run, in order, by event ids ({@code <key>@<revision>}). Several threads may write. */
final class History {
    private final List<String> sent = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final List<String> observed = new ArrayList<>();

    synchronized void sent(String id) {
        sent.add(id);
    }

    synchronized void acknowledged(String id) {
        acknowledged.add(id);
    }

    /** By a reader; one that looks again and again says the same again only where it saw it again. */
    synchronized void observed(String id) {
        observed.add(id);
    }

    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    synchronized List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized List<String> observed() {
        return List.copyOf(observed);
    }
}
