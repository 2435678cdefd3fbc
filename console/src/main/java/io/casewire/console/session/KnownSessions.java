package io.casewire.console.session;

import io.casewire.identity.local.Sessions;
import io.casewire.identity.local.SignInCodes;
import io.casewire.identity.local.UnusableKeys;
import io.casewire.identity.web.IdentitySettings;
import io.casewire.identity.web.SessionTokens;
import io.casewire.identity.web.SessionTokens.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions as this process knows them: it reads tokens as the services do, takes what codes stand for, and ends sessions. */
final class KnownSessions {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSessions.class);

    private final SessionTokens tokens;
    private final @Nullable SignInCodes codes;
    private final @Nullable Sessions sessions;
    private final InstantSource clock;

    KnownSessions(IdentitySettings settings, InstantSource clock) {
        Path directory = settings.directory();
        this.tokens = new SessionTokens(settings, clock);
        // of the local key, which services take where no issuer is set
        this.codes = directory == null || settings.issuerUri() != null ? null : SignInCodes.in(directory);
        this.sessions = directory == null ? null : Sessions.in(directory, clock);
        this.clock = clock;
    }

    /** A good session of a code, and its token. */
    record Coded(String token, Reading.Good session) {}

    /** Whether a link signs in here. */
    boolean takeLinks() {
        return codes != null && sessions != null && sessions.areKept();
    }

    Reading read(String token) {
        return tokens.read(token);
    }

    /** Whom a code would sign in; empty when nobody. */
    Optional<Coded> look(String code) throws IOException {
        return codes == null ? Optional.empty() : coded(codes.look(code, clock.instant()));
    }

    /** The same, and the code is used up. */
    Optional<Coded> take(String code) throws IOException {
        return codes == null ? Optional.empty() : coded(codes.take(code, clock.instant()));
    }

    /** Whether the services refuse the session from now on; where not, it lasts until its token expires. */
    boolean end(Reading.Good session, boolean everywhere) {
        String id = session.endable() ? session.id() : null;
        if (sessions == null) {
            return false;
        }
        try {
            if (everywhere) {
                sessions.endAllOf(session.caller().subject());
            } else if (id != null) {
                sessions.end(id);
            }
            return everywhere || id != null;
        } catch (IOException | UnusableKeys e) {
            LOG.error("A session cannot be ended: {}", e.getMessage());
            return false;
        }
    }

    private Optional<Coded> coded(Optional<String> token) {
        return token.filter(SessionCookie.TOKEN::fits)
                .flatMap(text -> read(text) instanceof Reading.Good good
                        ? Optional.of(new Coded(text, good))
                        : Optional.empty());
    }
}
