package io.casewire.replication.ledger;

import io.casewire.serving.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What an {@code If-Match} header asks for. */
public final class IfMatch {
    /** Ends the tag of a line shown to somebody who may not know all of it. */
    static final String OUTLINE = "-outline";

    private IfMatch() {}

    /**
     * The revision in the header; null for none or {@code *}. A gateway that compresses may have made it weak.
     *
     * @throws org.springframework.web.ErrorResponseException (400) for anything else
     */
    public static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip();
        String opaque = (tag.startsWith("W/") ? tag.substring(2) : tag).replace("\"", "");
        // what follows the revision says what else was shown
        int added = opaque.indexOf('-', 1);
        try {
            return Long.valueOf(added < 0 ? opaque : opaque.substring(0, added));
        } catch (NumberFormatException e) {
            throw Problems.badRequest("If-Match takes one ETag as this service gives it, for example \"3\".");
        }
    }
}
