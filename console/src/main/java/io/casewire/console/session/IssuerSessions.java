package io.casewire.console.session;

import io.casewire.console.ForwardedPrefix;
import io.casewire.console.issuer.IssuedTokens;
import io.casewire.console.issuer.IssuerClient;
import io.casewire.console.issuer.IssuerSettings;
import io.casewire.console.issuer.Renewals;
import io.casewire.console.issuer.SignInFailed;
import io.casewire.console.issuer.SignInFailed.Reason;
import io.casewire.identity.web.SessionTokens.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** Sessions whose tokens an issuer gave, and the cookies that hold them. */
final class IssuerSessions {
    private static final char BETWEEN = '.';

    private final IssuerClient client;
    private final Renewals renewals;
    private final KnownSessions known;
    private final IssuerSettings settings;
    private final InstantSource clock;

    IssuerSessions(URI issuer, IssuerSettings settings, KnownSessions known, InstantSource clock) {
        this.client = new IssuerClient(issuer, settings);
        this.renewals = new Renewals(client::renew, clock);
        this.known = known;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param until when the session ends for good */
    record Renewal(String token, Instant until) {}

    IssuerClient client() {
        return client;
    }

    Renewals renewals() {
        return renewals;
    }

    Duration longest() {
        return settings.longestSession();
    }

    /** The address of the page, with a slash at its end. */
    String page(HttpServletRequest request) {
        URI told = settings.publicAddress();
        if (told != null) {
            String address = told.toString();
            return address.endsWith("/") ? address : address + '/';
        }
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port)
                + ForwardedPrefix.of(request) + '/';
    }

    /** What the services would make of the access token, where they would take it. */
    Reading.Good read(IssuedTokens tokens) throws SignInFailed {
        if (!SessionCookie.TOKEN.fits(tokens.access())) {
            throw new SignInFailed(
                    Reason.TOKEN_REFUSED, "Its access token is no JSON Web Token, or is too long for a cookie.");
        }
        return switch (known.read(tokens.access())) {
            case Reading.Good good -> good;
            case Reading.Bad(String reason) -> throw new SignInFailed(Reason.TOKEN_REFUSED, reason);
            case Reading.Unknown _ ->
                throw new SignInFailed(Reason.ISSUER_AWAY, "Its access token cannot be checked at the moment.");
        };
    }

    /** What the request can be renewed with; empty where the session has ended for good. */
    Optional<Renewal> renewal(HttpServletRequest request) {
        return SessionCookie.RENEWAL.of(request).map(IssuerSessions::renewal).filter(renewal -> clock.instant()
                .isBefore(renewal.until()));
    }

    private static Renewal renewal(String kept) {
        int between = kept.indexOf(BETWEEN);
        return new Renewal(kept.substring(between + 1), Instant.ofEpochSecond(Long.parseLong(kept, 0, between, 10)));
    }

    /**
     * What the browser is to hold.
     *
     * @param until when the session ends for good
     */
    List<ResponseCookie> cookies(IssuedTokens tokens, Reading.Good session, Instant until, HttpServletRequest request) {
        Instant now = clock.instant();
        Duration life = Duration.between(now, until);
        List<ResponseCookie> cookies = new ArrayList<>();
        cookies.add(SessionCookie.TOKEN.holding(tokens.access(), Duration.between(now, session.expiresAt()), request));
        if (tokens.renewal() != null) {
            String renewal = until.getEpochSecond() + String.valueOf(BETWEEN) + tokens.renewal();
            cookies.add(
                    SessionCookie.RENEWAL.fits(renewal)
                            ? SessionCookie.RENEWAL.holding(renewal, life, request)
                            : SessionCookie.RENEWAL.none(request));
        }
        if (tokens.id() != null && SessionCookie.ID.fits(tokens.id())) {
            cookies.add(SessionCookie.ID.holding(tokens.id(), life, request));
        }
        return cookies;
    }

    /** Ends what the issuer would go on giving tokens for; where the browser signs out there, if the issuer has such a place. */
    Optional<URI> leave(HttpServletRequest request) {
        renewal(request).ifPresent(renewal -> client.revoke(renewal.token()));
        return client.signOut(SessionCookie.ID.of(request).orElse(null), URI.create(page(request)));
    }
}
