package io.casewire.console.session;

import io.casewire.console.ForwardedPrefix;
import io.casewire.console.issuer.IssuedTokens;
import io.casewire.console.issuer.PendingSignIn;
import io.casewire.console.issuer.SignInFailed;
import io.casewire.console.issuer.SignInFailed.Reason;
import io.casewire.identity.web.SessionTokens.Reading;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.request.AnyParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in at the operator's issuer: off to it, back from it, and a longer session without either. */
@RestController
final class IssuerController {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerController.class);
    /** To type a password, and a second factor. */
    private static final Duration AT_THE_ISSUER = Duration.ofMinutes(10);

    private final @Nullable IssuerSessions issuer;
    private final InstantSource clock;

    IssuerController(ObjectProvider<IssuerSessions> issuer, InstantSource clock) {
        this.issuer = issuer.getIfAvailable();
        this.clock = clock;
    }

    /** Nothing is to be said; that it is JSON is what no form of another site can send. */
    record Renewal() {}

    /**
     * Sends the browser to the issuer.
     *
     * @param to place in the page to come back to, {@code #/…}
     */
    @GetMapping("/session/issuer")
    ResponseEntity<Void> begin(
            @RequestParam(name = "to", required = false) @Nullable String to, HttpServletRequest request) {
        PendingSignIn pending = PendingSignIn.comingBackTo(to == null ? "" : to);
        try {
            URI address = open().client().begin(pending, callback(request));
            return leave(address, List.of(SessionCookie.PENDING.holding(pending.text(), AT_THE_ISSUER, request)));
        } catch (SignInFailed e) {
            return failed(e, request);
        }
    }

    /** Where the issuer sends the browser back to. What else it adds to the query is its own. */
    @AnyParameters
    @GetMapping("/session/callback")
    ResponseEntity<Void> finish(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        IssuerSessions open = open();
        try {
            PendingSignIn pending = SessionCookie.PENDING
                    .of(request)
                    .flatMap(PendingSignIn::kept)
                    .orElseThrow(() -> new SignInFailed(Reason.EXPIRED, "This browser has begun no sign-in here."));
            IssuedTokens tokens = open.client().finish(pending, callback(request), parameters);
            Reading.Good session = open.read(tokens);
            List<ResponseCookie> cookies = new ArrayList<>(
                    open.cookies(tokens, session, clock.instant().plus(open.longest()), request));
            cookies.add(SessionCookie.PENDING.none(request));
            LOG.info("{} is signed in by the issuer", session.caller().subject());
            return leave(URI.create(root(request) + pending.to()), cookies);
        } catch (SignInFailed e) {
            return failed(e, request);
        }
    }

    /** New tokens in place of those that are about to expire. */
    @PostMapping("/session/renewal")
    ResponseEntity<Session> renew(@RequestBody Renewal nothing, HttpServletRequest request) {
        CookieSession.refuseOtherOrigins(request);
        IssuerSessions open = open();
        Optional<IssuerSessions.Renewal> held = open.renewal(request);
        try {
            Optional<IssuedTokens> tokens =
                    held.isPresent() ? open.renewals().renew(held.get().token()) : Optional.empty();
            if (tokens.isEmpty()) {
                return SessionAnswer.of(
                        Session.Nobody.here(List.of(Session.Way.ISSUER)).afterTheEnd(),
                        List.of(SessionCookie.TOKEN.none(request), SessionCookie.RENEWAL.none(request)));
            }
            IssuedTokens renewed = tokens.get();
            Reading.Good session = open.read(renewed);
            return SessionAnswer.of(
                    SessionAnswer.signedIn(session, renewed.access(), Session.Way.ISSUER, true),
                    open.cookies(renewed, session, held.get().until(), request));
        } catch (SignInFailed e) {
            LOG.warn("A session is not renewed: {}", e.getMessage());
            throw Problems.refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "session-unknown",
                    "The issuer cannot be asked at the moment; the session lasts as long as it was going to.");
        }
    }

    private IssuerSessions open() {
        if (issuer == null) {
            throw Problems.refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "sign-in-closed",
                    "Nobody can be signed in by an issuer here: casewire.identity.issuer-uri or casewire.sign-in.client-id"
                            + " is not set.");
        }
        return issuer;
    }

    private URI callback(HttpServletRequest request) {
        return URI.create(open().page(request) + "session/callback");
    }

    private static String root(HttpServletRequest request) {
        return ForwardedPrefix.of(request) + '/';
    }

    /** A page is what came to the address, and a page has to say why. */
    private static ResponseEntity<Void> failed(SignInFailed failure, HttpServletRequest request) {
        LOG.warn("Nobody is signed in by the issuer: {}", failure.getMessage(), failure.getCause());
        String why = failure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return leave(
                URI.create(root(request) + "#/sign-in?failed=" + why), List.of(SessionCookie.PENDING.none(request)));
    }

    private static ResponseEntity<Void> leave(URI address, List<ResponseCookie> cookies) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(address)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookies.stream().map(ResponseCookie::toString).toArray(String[]::new))
                .build();
    }
}
