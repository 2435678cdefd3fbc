package io.casewire.replication.ledger;

import io.casewire.replication.request.Texts;
import org.jspecify.annotations.Nullable;

/** The body of a note, as sent. */
record NoteRequest(@Nullable String text) {
    private static final int MAX_TEXT = 2000;

    /** A text that shows nothing to a reader counts as absent. */
    NoteRequest read() {
        return new NoteRequest(Texts.visible("text", text, MAX_TEXT));
    }
}
