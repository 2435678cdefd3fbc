package io.casewire.console.session;

import io.casewire.console.session.LocalSessions.Coded;
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
import org.springframework.http.ResponseCookie;
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
    private static final List<String> BY_LINK = List.of("LINK");

    private final @Nullable LocalSessions sessions;
    private final InstantSource clock;

    SessionController(ObjectProvider<LocalSessions> sessions, InstantSource clock) {
        this.sessions = sessions.getIfAvailable();
        this.clock = clock;
    }

    /** The code of a link; never in an address, which logs keep. */
    record SignIn(@Nullable String code) {}

    /** Never kept, so that nobody sees who was here before. */
    @GetMapping("/session")
    ResponseEntity<Session> session(HttpServletRequest request) {
        Optional<String> token = CookieSession.tokenOf(request);
        if (token.isEmpty()) {
            return answer(nobody(null, null), null);
        }
        if (sessions == null) {
            return answer(nobody(true, null), SessionCookie.none(request));
        }
        return switch (sessions.read(token.get())) {
            case Reading.Good good -> answer(signedIn(good, token.get()), null);
            case Reading.Bad _ -> answer(nobody(true, null), SessionCookie.none(request));
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
        LocalSessions open = open();
        Coded coded = open.take(codeOf(body)).orElseThrow(SessionController::gone);
        // what this browser held before, nobody holds any more
        before.ifPresent(token -> end(open, token, false));
        Duration life = Duration.between(clock.instant(), coded.session().expiresAt());
        return answer(signedIn(coded.session(), coded.token()), SessionCookie.holding(coded.token(), life, request));
    }

    /** Signs out here, or everywhere the same subject is signed in. */
    @DeleteMapping("/session")
    ResponseEntity<Session> signOut(
            @RequestParam(name = "everywhere", required = false) @Nullable Boolean everywhere,
            HttpServletRequest request) {
        if (request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw Problems.badRequest("This takes no body.");
        }
        Optional<String> token = CookieSession.tokenOf(request);
        if (token.isEmpty()) {
            return answer(nobody(null, null), null);
        }
        boolean revoked = sessions != null && end(sessions, token.get(), Boolean.TRUE.equals(everywhere));
        return answer(nobody(true, revoked), SessionCookie.none(request));
    }

    private static boolean end(LocalSessions open, String token, boolean everywhere) {
        return switch (open.read(token)) {
            case Reading.Good good -> open.end(good, everywhere);
            case Reading.Bad _ -> true;
            case Reading.Unknown _ -> false;
        };
    }

    private LocalSessions open() {
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

    private Session nobody(@Nullable Boolean ended, @Nullable Boolean revoked) {
        return new Session.Nobody(
                false, sessions != null && sessions.takeLinks() ? BY_LINK : List.of(), ended, revoked);
    }

    private static Session signedIn(Reading.Good session, String token) {
        return new Session.SignedIn(true, Session.Person.of(session), ChangeProof.of(token));
    }

    private static ResponseEntity<Session> answer(Session session, @Nullable ResponseCookie cookie) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).varyBy(HttpHeaders.COOKIE);
        return (cookie == null ? answer : answer.header(HttpHeaders.SET_COOKIE, cookie.toString())).body(session);
    }
}
