package io.casewire.console.issuer;

import org.jspecify.annotations.Nullable;

/** Somebody is not signed in. The message is for the operator and repeats no token. */
public final class SignInFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What the page says of it. */
    public enum Reason {
        /** The issuer, or the person at it, said no. */
        REFUSED,
        /** The sign-in was begun too long ago, in another browser, or not here. */
        EXPIRED,
        /** The issuer cannot be reached or has a fault of its own. */
        ISSUER_AWAY,
        /** Its answer is not what it should be. */
        ANSWER_REFUSED,
        /** Casewire's services would not take its token. */
        TOKEN_REFUSED
    }

    public SignInFailed(Reason reason, String message) {
        this(reason, message, null);
    }

    SignInFailed(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
