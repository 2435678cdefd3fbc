package io.casewire.identity.local;

import io.casewire.identity.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line of {@code casewire token} asks for. */
sealed interface TokenRequest {
    /** How it is used. */
    record Help() implements TokenRequest {}

    /** A token for that caller. */
    record Issue(Path keys, Caller caller, Duration life) implements TokenRequest {}

    /**
     * A link that signs that caller in at a console.
     *
     * @param console its address, without a slash at the end
     */
    record Link(Path keys, Caller caller, Duration life, String console) implements TokenRequest {}

    /**
     * That tokens hold no longer.
     *
     * @param ids of tokens; empty where a subject or a time says which
     * @param before those issued before this time; null for all until now
     */
    record Revoke(
            Path keys,
            List<String> ids,
            @Nullable String subject,
            @Nullable Instant before) implements TokenRequest {
        public Revoke {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Which tokens were given out.
     *
     * @param all those that have expired too
     */
    record Show(Path keys, boolean all) implements TokenRequest {}
}
