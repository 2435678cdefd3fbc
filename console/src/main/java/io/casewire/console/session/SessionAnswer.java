package io.casewire.console.session;

import io.casewire.identity.web.SessionTokens.Reading;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** Answers of {@code /session}: never kept, so that nobody sees who was here before. */
final class SessionAnswer {
    private SessionAnswer() {}

    static ResponseEntity<Session> of(Session session, List<ResponseCookie> cookies) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).varyBy(HttpHeaders.COOKIE);
        if (!cookies.isEmpty()) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    cookies.stream().map(ResponseCookie::toString).toArray(String[]::new));
        }
        return answer.body(session);
    }

    /**
     * @param way by which somebody is signed in
     * @param renewable whether {@code POST /session/renewal} makes it longer
     */
    static Session signedIn(Reading.Good session, String token, Session.Way way, boolean renewable) {
        return new Session.SignedIn(
                true, Session.Person.of(session), ChangeProof.of(token), way, renewable ? Boolean.TRUE : null);
    }
}
