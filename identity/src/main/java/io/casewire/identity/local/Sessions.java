package io.casewire.identity.local;

import io.casewire.identity.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Sessions at the console: tokens that carry {@link TokenIssuer#SESSION_CLAIM}, and that whoever has them may end. Those that
 * were ended are listed in {@code sessions/ended.json} of a {@link KeyDirectory}; the services that are given that folder refuse
 * them within {@link Revocations#HOLDS_WITHIN}.
 */
public final class Sessions {
    /** No session lasts longer; an ended one is remembered a little longer than that. */
    public static final Duration MAX_LIFE = Duration.ofHours(24);

    static final Duration LIFE_UNLESS_SAID = Duration.ofHours(8);

    private static final String FOLDER = "sessions";

    private final Path folder;
    private final InstantSource clock;

    private Sessions(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Those of that key directory. */
    public static Sessions in(Path keyDirectory, InstantSource clock) {
        return new Sessions(folderIn(keyDirectory), clock);
    }

    static Path folderIn(Path keyDirectory) {
        return keyDirectory.toAbsolutePath().normalize().resolve(FOLDER);
    }

    /** Whether this process was given the folder to write into; without it nobody is signed in or out for good here. */
    public boolean areKept() {
        return Files.isDirectory(folder) && Files.isWritable(folder);
    }

    /**
     * Ends one session.
     *
     * @param id the token's {@code jti}
     * @throws UnusableKeys when the list cannot be used
     */
    public void end(String id) throws IOException {
        Instant now = clock.instant();
        Revocations.addOfSessions(folder, List.of(new Revocation(now, id, null, null)), now);
    }

    /** Ends every session of a subject until now; a token of {@code casewire token} is none and goes on. */
    public void endAllOf(String subject) throws IOException {
        Instant now = clock.instant();
        // a token's time of issue has whole seconds
        Instant before = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Revocations.addOfSessions(
                folder, List.of(new Revocation(now, null, Names.canonical("subject", subject), before)), now);
    }
}
