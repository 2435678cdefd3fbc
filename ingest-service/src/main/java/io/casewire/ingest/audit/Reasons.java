package io.casewire.ingest.audit;

import io.casewire.serving.problem.Problems;
import io.casewire.text.InvisibleCharacters;
import org.jspecify.annotations.Nullable;

/** The words of who decides. */
public final class Reasons {
    private static final int MAX = 2000;

    private Reasons() {}

    /**
     * A reason that has to be given.
     *
     * @param what needs it, for example {@code A withdrawal}
     * @throws org.springframework.web.ErrorResponseException (400) where it is too long or tells a reader nothing
     */
    public static String stated(String what, @Nullable String given) {
        if (given == null || given.length() > MAX || InvisibleCharacters.tellsNothing(given)) {
            throw Problems.badRequest(what + " needs a reason in words, of at most " + MAX + " characters.");
        }
        return given.strip();
    }

    /** A reason that may be left out, and then is null; one that is given has to be one. */
    public static @Nullable String optional(String what, @Nullable String given) {
        return given == null ? null : stated(what, given);
    }
}
