package io.casewire.console.session;

import io.casewire.console.session.KnownSessions.Coded;
import io.casewire.identity.web.SessionTokens.Reading;
import io.casewire.serving.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /session}: who is signed in at this browser, signing in by a link's code, and signing out. */
@RestController
final class SessionController {
    private final @Nullable KnownSessions sessions;
    private final @Nullable IssuerSessions issuer;
    private final InstantSource clock;

    SessionController(
            ObjectProvider<KnownSessions> sessions, ObjectProvider<IssuerSessions> issuer, InstantSource clock) {
        this.sessions = sessions.getIfAvailable();
        this.issuer = issuer.getIfAvailable();
        this.clock = clock;
    }

    /** The code of a link; never in an address, which logs keep. */
    record SignIn(@Nullable String code) {}

    /** Never kept, so that nobody sees who was here before. */
    @GetMapping("/session")
    ResponseEntity<Session> session(HttpServletRequest request) {
        Optional<String> token = CookieSession.tokenOf(request);
        if (token.isEmpty()) {
            return SessionAnswer.of(nobody(request), List.of());
        }
        if (sessions == null) {
            return ended(request);
        }
        return switch (sessions.read(token.get())) {
            case Reading.Good good -> SessionAnswer.of(signedIn(good, token.get(), request), List.of());
            case Reading.Bad _ -> ended(request);
            case Reading.Unknown _ ->
                throw Problems.refused(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "session-unknown",
                        "Whether the session still holds is not known at the moment.");
        };
    }

    /** Whom a code would sign in. The code stays good: a person looks at the name before it is used. */
    @PostMapping("/session/code")
    ResponseEntity<Session.Person> code(@RequestBody SignIn body, HttpServletRequest request) throws IOException {
        CookieSession.refuseOtherOrigins(request);
        Coded coded = open().look(codeOf(body)).orElseThrow(SessionController::gone);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Session.Person.of(coded.session()));
    }

    @PostMapping("/session")
    ResponseEntity<Session> signIn(@RequestBody SignIn body, HttpServletRequest request) throws IOException {
        CookieSession.refuseOtherOrigins(request);
        Optional<String> before = CookieSession.tokenOf(request);
        KnownSessions open = open();
        Coded coded = open.take(codeOf(body)).orElseThrow(SessionController::gone);
        // what this browser held before, nobody holds any more
        before.ifPresent(token -> end(open, token, false));
        Duration life = Duration.between(clock.instant(), coded.session().expiresAt());
        return SessionAnswer.of(
                SessionAnswer.signedIn(coded.session(), coded.token(), Session.Way.LINK, false),
                List.of(SessionCookie.TOKEN.holding(coded.token(), life, request)));
    }

    /** Signs out here, or everywhere the same subject is signed in. */
    @DeleteMapping("/session")
    ResponseEntity<Session> signOut(
            @RequestParam(name = "everywhere", required = false) @Nullable Boolean everywhere,
            HttpServletRequest request) {
        if (request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw Problems.badRequest("This takes no body.");
        }
        boolean all = Boolean.TRUE.equals(everywhere);
        if (all && issuer != null) {
            throw Problems.badRequest("Everywhere at once, sessions of the issuer are ended at the issuer.");
        }
        Optional<String> token = CookieSession.tokenOf(request);
        if (token.isEmpty()) {
            return SessionAnswer.of(nobody(request), List.of());
        }
        boolean revoked = sessions != null && end(sessions, token.get(), all);
        if (issuer == null) {
            return SessionAnswer.of(
                    Session.Nobody.here(ways()).afterSigningOut(revoked, null),
                    List.of(SessionCookie.TOKEN.none(request)));
        }
        return SessionAnswer.of(
                Session.Nobody.here(ways())
                        .afterSigningOut(revoked, issuer.leave(request).orElse(null)),
                List.of(
                        SessionCookie.TOKEN.none(request),
                        SessionCookie.RENEWAL.none(request),
                        SessionCookie.ID.none(request)));
    }

    private static boolean end(KnownSessions open, String token, boolean everywhere) {
        return switch (open.read(token)) {
            case Reading.Good good -> open.end(good, everywhere);
            case Reading.Bad _ -> true;
            case Reading.Unknown _ -> false;
        };
    }

    private KnownSessions open() {
        if (sessions == null || !sessions.takeLinks()) {
            throw Problems.refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "sign-in-closed",
                    "Nobody can be signed in by a link here: this console was not given the folder of sessions.");
        }
        return sessions;
    }

    private static String codeOf(SignIn body) {
        if (body.code() == null || body.code().isBlank()) {
            throw Problems.badRequest("'code' has the code of a link that casewire login printed.");
        }
        return body.code();
    }

    private static ErrorResponseException gone() {
        return Problems.refused(
                HttpStatus.GONE,
                "sign-in-code-gone",
                "This link was used already, or is older than ten minutes, or is not complete. Ask for a new one.");
    }

    private List<Session.Way> ways() {
        if (issuer != null) {
            return List.of(Session.Way.ISSUER);
        }
        return sessions != null && sessions.takeLinks() ? List.of(Session.Way.LINK) : List.of();
    }

    private boolean isRenewable(HttpServletRequest request) {
        return issuer != null && issuer.renewal(request).isPresent();
    }

    private Session.Nobody nobody(HttpServletRequest request) {
        Session.Nobody nobody = Session.Nobody.here(ways());
        return isRenewable(request) ? nobody.whoMayComeBack() : nobody;
    }

    private ResponseEntity<Session> ended(HttpServletRequest request) {
        return SessionAnswer.of(nobody(request).afterTheEnd(), List.of(SessionCookie.TOKEN.none(request)));
    }

    private Session signedIn(Reading.Good session, String token, HttpServletRequest request) {
        return SessionAnswer.signedIn(
                session, token, issuer == null ? Session.Way.LINK : Session.Way.ISSUER, isRenewable(request));
    }
}
