package io.casewire.replication.request;

import io.casewire.serving.problem.Problems;
import io.casewire.text.InvisibleCharacters;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Texts that people write into requests. */
public final class Texts {
    /** UTF-16 units of a reason. */
    public static final int MAX_REASON = 4000;

    private Texts() {}

    /**
     * The text without blanks around; null where it is absent or tells a reader nothing, which is as good as absent: blanks,
     * zero-width characters, fillers, punctuation, a lone accent.
     *
     * @param what the property, for the refusal
     * @param max in UTF-16 units
     * @throws org.springframework.web.ErrorResponseException (400) when it is longer, or was damaged on its way: it holds
     *     U+FFFD, half of a character or a control character other than tab and line ends
     */
    public static @Nullable String visible(String what, @Nullable String given, int max) {
        if (given == null || (given.length() <= max && InvisibleCharacters.tellsNothing(given))) {
            return null;
        }
        if (given.length() > max) {
            throw Problems.badRequest("'" + what + "' has at most " + max + " characters.");
        }
        OptionalInt damage = damage(given);
        if (damage.isPresent()) {
            throw Problems.badRequest(
                    "'%s' was damaged on its way: it holds U+%04X.".formatted(what, damage.getAsInt()));
        }
        return given.strip();
    }

    /**
     * Why somebody does something, in at most {@link #MAX_REASON} UTF-16 units, as {@link #visible} reads it.
     *
     * @param wanted what is to be done for a reason, for the refusal
     * @throws org.springframework.web.ErrorResponseException (422 {@code reason-missing}) where there is none
     */
    public static String reason(@Nullable String given, String wanted) {
        String reason = visible("reason", given, MAX_REASON);
        if (reason == null) {
            throw Problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, "reason-missing", wanted);
        }
        return reason;
    }

    /** The first character that was damaged on its way, or is none of a text; empty for a sound text. */
    public static OptionalInt damage(String given) {
        return given.codePoints().filter(Texts::isDamage).findFirst();
    }

    private static boolean isDamage(int c) {
        return c == 0xFFFD
                || Character.getType(c) == Character.SURROGATE
                || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }
}
