package io.casewire.parsing.decode;

import java.util.List;

/** What became of a document's bytes. */
public sealed interface Decoding {
    /**
     * Text. Every byte of it is understood, but for the few places that are named.
     *
     * @param charset the name of the encoding, for the record
     * @param flaws places where the text is not what somebody wrote, in order; empty for nearly all documents
     */
    record Decoded(String text, String charset, List<Flaw> flaws) implements Decoding {
        public Decoded {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * No text that may be read.
     *
     * @param reason one sentence for a person
     */
    record Unreadable(Cause cause, String reason) implements Decoding {}

    /** Why bytes are not read. The names are the codes of the diagnostics. */
    enum Cause {
        /** Somebody decoded them wrongly before they came here. */
        MOJIBAKE,
        /** They fit no encoding. */
        UNREADABLE,
        /** They fit an encoding but for many places. */
        BROKEN_BYTES,
        /** They end in the middle of a character. */
        TRUNCATED
    }
}
