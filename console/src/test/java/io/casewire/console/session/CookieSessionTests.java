package io.casewire.console.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.ErrorResponseException;

class CookieSessionTests {
    private static final String TOKEN = "header.claims.signature";
    private static final String PROOF = ChangeProof.of(TOKEN);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            http,  8080, -,    casewire-8080,     false, /
            http,  8090, /x,   casewire-8090,     false, /x/
            https, 443,  -,    __Host-casewire,   true,  /
            https, 443,  /x/y, __Secure-casewire, true,  /x/y/
            https, 8443, //x,  __Host-casewire,   true,  /
            """)
    void cookieIsAsNarrowAsTheAddressAllows(
            String scheme, int port, @Nullable String prefix, String name, boolean secure, String path) {
        MockHttpServletRequest request = request("GET", scheme, port);
        if (prefix != null) {
            request.addHeader("X-Forwarded-Prefix", prefix);
        }
        String cookie =
                SessionCookie.TOKEN.holding(TOKEN, Duration.ofHours(8), request).toString();
        assertThat(cookie)
                .startsWith(name + "=" + TOKEN + "; Path=" + path + "; Max-Age=28800; Expires=")
                .contains("; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(cookie.contains("; Secure")).isEqualTo(secure);
        assertThat(SessionCookie.TOKEN.none(request).toString()).startsWith(name + "=; Path=" + path + "; Max-Age=0;");
    }

    @ParameterizedTest
    @CsvSource({
        "https, 443, casewire-443, ",
        "https, 443, __Host-casewire, " + TOKEN,
        "https, 443, __Secure-casewire, ",
        "http, 8080, casewire-8080, " + TOKEN,
        "http, 8080, casewire-8081, ",
        "http, 8080, __Host-casewire, "
    })
    void onlyTheCookieOfThisAddressCounts(String scheme, int port, String name, @Nullable String token) {
        MockHttpServletRequest request = request("GET", scheme, port);
        request.setCookies(new Cookie(name, TOKEN), new Cookie("other", "x"));
        assertThat(CookieSession.tokenOf(request).orElse(null)).isEqualTo(token);
    }

    @Test
    void ofTwoCookiesOfTheNameNoneCounts() {
        MockHttpServletRequest request = request("GET", "http", 8080);
        request.setCookies(new Cookie("casewire-8080", TOKEN), new Cookie("casewire-8080", "planted.by.another"));
        assertThat(CookieSession.tokenOf(request)).isEmpty();
        request.setCookies(new Cookie("casewire-8080", TOKEN), new Cookie("casewire-8080", TOKEN));
        assertThat(CookieSession.tokenOf(request)).contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "通关", "a%0d%0ab"})
    void whatNoTokenLooksLikeIsNone(String value) {
        MockHttpServletRequest request = request("GET", "http", 8080);
        request.setCookies(new Cookie("casewire-8080", value));
        assertThat(CookieSession.tokenOf(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer other", "Basic eA==", ""})
    void authorizationHeaderAloneCountsWhereThereIsOne(String header) {
        MockHttpServletRequest request = signedIn("DELETE");
        request.addHeader("Authorization", header);
        assertThat(CookieSession.tokenOf(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void readingNeedsNoProof(String method) {
        assertThat(CookieSession.tokenOf(signedIn(method))).contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void everythingElseNeedsTheProofOfThisSession(String method) {
        assertThat(refusal(signedIn(method))).isEqualTo("urn:casewire:problem:csrf");
        for (String wrong : new String[] {"", "x", PROOF + "x", ChangeProof.of("another.token.x"), "ü"}) {
            MockHttpServletRequest request = signedIn(method);
            request.addHeader("X-CSRF-Token", wrong);
            assertThat(refusal(request)).as(wrong).isEqualTo("urn:casewire:problem:csrf");
        }
        MockHttpServletRequest proven = signedIn(method);
        proven.addHeader("X-CSRF-Token", PROOF);
        assertThat(CookieSession.tokenOf(proven)).contains(TOKEN);
    }

    @Test
    void proofTellsNothingOfTheTokenAndIsTheSameAtEveryInstance() {
        assertThat(PROOF).hasSize(43).doesNotContain("signature").isEqualTo(ChangeProof.of(TOKEN));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,            -,                       -,                false
            same-origin,  -,                       -,                false
            none,         -,                       -,                false
            same-site,    -,                       -,                true
            cross-site,   -,                       -,                true
            cross-site,   http://127.0.0.1:8080,   -,                true
            same-origin,  https://behind.example,  -,                false
            -,            http://127.0.0.1:8080,   -,                false
            -,            http://127.0.0.1:8081,   -,                true
            -,            http://localhost:8080,   -,                true
            -,            https://evil.example,    -,                true
            -,            null,                    -,                true
            -,            '',                      -,                true
            -,            https://behind.example,  behind.example,   false
            -,            https://BEHIND.example,  behind.example:443, false
            -,            http://behind.example,   behind.example:443, true
            -,            https://evil.example,    'evil, behind',   true
            """)
    void pageOfAnotherOriginChangesNothing(
            @Nullable String site, @Nullable String origin, @Nullable String forwardedHost, boolean refused) {
        MockHttpServletRequest request = signedIn("POST");
        request.addHeader("X-CSRF-Token", PROOF);
        request.addHeader("Host", "127.0.0.1:8080");
        add(request, "Sec-Fetch-Site", site);
        add(request, "Origin", origin);
        add(request, "X-Forwarded-Host", forwardedHost);
        assertThat(refusal(request)).isEqualTo(refused ? "urn:casewire:problem:cross-origin" : "");
    }

    private static void add(MockHttpServletRequest request, String header, @Nullable String value) {
        if (value != null) {
            request.addHeader(header, value);
        }
    }

    private static String refusal(MockHttpServletRequest request) {
        ErrorResponseException refusal =
                catchThrowableOfType(ErrorResponseException.class, () -> CookieSession.tokenOf(request));
        return refusal == null ? "" : String.valueOf(refusal.getBody().getType());
    }

    private static MockHttpServletRequest signedIn(String method) {
        MockHttpServletRequest request = request(method, "http", 8080);
        request.setCookies(new Cookie("casewire-8080", TOKEN));
        return request;
    }

    private static MockHttpServletRequest request(String method, String scheme, int port) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/ingest/v1/x");
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        request.setServerPort(port);
        return request;
    }
}
