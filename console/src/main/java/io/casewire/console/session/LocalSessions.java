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
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions whose tokens are signed with the local key: this process checks tokens, takes what codes stand for, and ends sessions. */
final class LocalSessions {
    private static final Logger LOG = LoggerFactory.getLogger(LocalSessions.class);

    private final SessionTokens tokens;
    private final SignInCodes codes;
    private final Sessions sessions;
    private final InstantSource clock;
    private final boolean servicesTakeThem;

    LocalSessions(IdentitySettings settings, InstantSource clock) {
        Path directory = Objects.requireNonNull(settings.directory());
        this.tokens = new SessionTokens(settings, clock);
        this.codes = SignInCodes.in(directory);
        this.sessions = Sessions.in(directory, clock);
        this.clock = clock;
        this.servicesTakeThem = settings.issuerUri() == null;
    }

    /** A good session of a code, and its token. */
    record Coded(String token, Reading.Good session) {}

    /** Whether a link signs in here. */
    boolean takeLinks() {
        return servicesTakeThem && sessions.areKept();
    }

    Reading read(String token) {
        return tokens.read(token);
    }

    /** Whom a code would sign in; empty when nobody. */
    Optional<Coded> look(String code) throws IOException {
        return coded(codes.look(code, clock.instant()));
    }

    /** The same, and the code is used up. */
    Optional<Coded> take(String code) throws IOException {
        return coded(codes.take(code, clock.instant()));
    }

    /** Whether the services refuse the session from now on; where not, it lasts until its token expires. */
    boolean end(Reading.Good session, boolean everywhere) {
        try {
            if (everywhere) {
                sessions.endAllOf(session.caller().subject());
            } else if (session.id() != null) {
                sessions.end(session.id());
            }
            return everywhere || session.id() != null;
        } catch (IOException | UnusableKeys e) {
            LOG.error("A session cannot be ended: {}", e.getMessage());
            return false;
        }
    }

    private Optional<Coded> coded(Optional<String> token) {
        return token.filter(SessionCookie::fits)
                .flatMap(text -> read(text) instanceof Reading.Good good
                        ? Optional.of(new Coded(text, good))
                        : Optional.empty());
    }
}
