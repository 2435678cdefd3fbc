package io.casewire.extraction;

import java.io.Serial;

/** A file that is not read, with the reason in its reader's words. */
public final class Unextractable extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String chinese;

    /**
     * @param english a sentence with what the sender can do
     * @param chinese the same
     */
    public Unextractable(Reason reason, String english, String chinese) {
        super(english);
        this.reason = reason;
        this.chinese = chinese;
    }

    public Reason reason() {
        return reason;
    }

    /** The message in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Why; the names are the codes of diagnostics. */
    public enum Reason {
        /** A picture of pages: no text in it. */
        NO_TEXT_LAYER,
        PASSWORD_PROTECTED,
        /** It holds macros and nothing to read. */
        NOTHING_BUT_MACROS,
        UNSUPPORTED_FORMAT,
        /** Its format's rules are broken so that it cannot be read. */
        DAMAGED_FILE,
        /** More than the limits allow, packed or unpacked. */
        DOCUMENT_TOO_LARGE,
        /** Names that lead out of the archive, entities, more archives in archives than are read. */
        HOSTILE_FILE
    }
}
