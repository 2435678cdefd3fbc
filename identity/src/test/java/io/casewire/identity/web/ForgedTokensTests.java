package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.casewire.identity.local.KeyDirectory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = TestService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
class ForgedTokensTests {
    @TempDir
    static Path data;

    static Forgery forgery;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("casewire.identity.directory", () -> data.resolve("identity"));
    }

    @BeforeAll
    static void makeKeys() throws IOException, ParseException {
        new KeyDirectory(data.resolve("identity")).publicKeys();
        forgery = new Forgery(data.resolve("identity"));
    }

    static Stream<Arguments> forgeries() throws JOSEException {
        String unverifiable = "The token is not one we can verify.";
        return Stream.of(
                Arguments.of("alg none", forgery.unsigned(), unverifiable),
                Arguments.of("no signature", forgery.withoutSignature(), unverifiable),
                Arguments.of("HS256 with the public key", forgery.signedWithThePublicKeyAsSecret(), unverifiable),
                Arguments.of("another key, our kid", forgery.signedByAnotherKeyUnderOurKid(), unverifiable),
                Arguments.of("a key in the header", forgery.signedByAKeyItBrings(), unverifiable),
                Arguments.of("another kid", forgery.underAnotherKid(), unverifiable),
                Arguments.of("another type", forgery.ofAnotherType(), unverifiable),
                Arguments.of("tampered payload", forgery.tampered(), unverifiable),
                Arguments.of("not a token", "abc", unverifiable),
                Arguments.of("expired", endedAt(-120), "The token has expired."),
                Arguments.of("expired before issued", claim("exp", in(-120)), unverifiable),
                Arguments.of("no expiry", claim("exp", null), "The token has no expiry."),
                Arguments.of("expiry as text", claim("exp", "tomorrow"), unverifiable),
                Arguments.of("another audience", claim("aud", "elsewhere"), "The token is meant for another audience."),
                Arguments.of("no audience", claim("aud", null), "The token is meant for another audience."),
                Arguments.of("another issuer", claim("iss", "elsewhere"), "The token comes from another issuer."),
                Arguments.of("no issuer", claim("iss", null), "The token comes from another issuer."),
                Arguments.of("not yet valid", claim("nbf", in(120)), "The token is not valid yet."),
                Arguments.of(
                        "issued tomorrow",
                        claim("iat", in(3500)),
                        "The token has no time of issue, or one in the future."),
                Arguments.of(
                        "no time of issue",
                        claim("iat", null),
                        "The token has no time of issue, or one in the future."),
                Arguments.of(
                        "roles as text", claim("roles", "operator"), "The claim roles must be an array of strings."),
                Arguments.of("roles as number", claim("roles", 7), "The claim roles must be an array of strings."),
                Arguments.of(
                        "roles of numbers", claim("roles", List.of(1)), "The claim roles must be an array of strings."),
                Arguments.of(
                        "roles as object",
                        claim("roles", Map.of("operator", true)),
                        "The claim roles must be an array of strings."),
                Arguments.of(
                        "region without code",
                        claim("roles", List.of("region")),
                        "The role region needs a region code."),
                Arguments.of(
                        "agency without name",
                        claim("roles", List.of("agency")),
                        "The role agency needs the name of an agency."),
                Arguments.of(
                        "region of words",
                        claim("region", "Shanghai"),
                        "A region is a code of six digits, for example 310000."),
                Arguments.of("no subject", claim("sub", null), "The subject must have 1 to 200 characters."),
                Arguments.of(
                        "subject lost on the way",
                        claim("sub", "\uFFFD\uFFFD"),
                        "The subject holds U+FFFD, which stands for something that was lost on the way."),
                Arguments.of(
                        "subject with half a character",
                        forgery.withSubjectAsJson("\"li\\ud842\""),
                        "The subject holds half of a character, U+D842."),
                Arguments.of(
                        "agency lost on the way",
                        claim("agency", "\uFFFD\uFFFD\uFFFD\uFFFD"),
                        "The agency holds U+FFFD, which stands for something that was lost on the way."),
                Arguments.of(
                        "agency with an invisible character",
                        claim("agency", "长沙\u200B海关"),
                        "The agency holds a character that cannot be seen, U+200B."),
                Arguments.of(
                        "agency with a control character",
                        claim("agency", "长沙海关\n"),
                        "The agency holds a control character, U+000A."),
                Arguments.of(
                        "agency of blanks", claim("agency", "\u3000 "), "The agency must have 1 to 200 characters."),
                Arguments.of(
                        "region with an invisible character",
                        claim("region", "43000\u200B"),
                        "A region is a code of six digits, for example 310000."),
                Arguments.of(
                        "role with an invisible character",
                        claim("roles", List.of("publisher", "operator\u200B")),
                        "The claim roles holds a character that cannot be seen, U+200B."),
                Arguments.of(
                        "role lost on the way",
                        claim("roles", List.of("\uFFFD")),
                        "The claim roles holds U+FFFD, which stands for something that was lost on the way."),
                Arguments.of("huge", claim("note", "x".repeat(5000)), "The token is longer than 6144 characters."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void isRefusedWithTheReason(String name, String token, String reason) throws IOException, InterruptedException {
        assertRefused(new Door(port).knock("POST", "/things", "Bearer " + token), reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void isRefusedWhereReadingIsPublicToo(String name, String token, String reason)
            throws IOException, InterruptedException {
        assertThat(new Door(port).knock("GET", "/things", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void genuineTokenPasses() throws IOException, InterruptedException, JOSEException {
        HttpResponse<String> answer = new Door(port).knock("POST", "/things", "Bearer " + forgery.genuine());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("zhang/null");
    }

    @Test
    void clocksMayDifferByLessThanTheSkew() throws IOException, InterruptedException, JOSEException {
        Door door = new Door(port);
        assertThat(door.knock("POST", "/things", "Bearer " + endedAt(-20)).statusCode())
                .isEqualTo(200);
        assertThat(door.knock("POST", "/things", "Bearer " + claim("iat", in(20)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void twoHeadersAreRefusedEvenIfBothAreGenuine() throws IOException, InterruptedException, JOSEException {
        String bearer = "Bearer " + forgery.genuine();
        assertRefused(
                new Door(port).knock("POST", "/things", bearer, bearer),
                "The request has more than one Authorization header.");
    }

    @Test
    void twoTokensInOneHeaderAreRefused() throws IOException, InterruptedException, JOSEException {
        String bearer = "Bearer " + forgery.genuine();
        assertRefused(
                new Door(port).knock("POST", "/things", bearer + ", " + bearer),
                "The Authorization header holds no single well-formed token.");
    }

    @Test
    void tokenInTheQueryCountsAsNone() throws IOException, InterruptedException, JOSEException {
        HttpResponse<String> answer = new Door(port).knock("POST", "/things?access_token=" + forgery.genuine());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void rolesUnknownHereGiveNothing() throws IOException, InterruptedException, JOSEException {
        String token = claim("roles", List.of("OPERATOR", "root"));
        assertThat(new Door(port).knock("POST", "/things", "Bearer " + token).statusCode())
                .isEqualTo(403);
    }

    private static void assertRefused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"invalid_token\", error_description=\"" + reason + "\"");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).isEqualTo("""
                        {"type":"urn:casewire:problem:unauthenticated","title":"Unauthorized","status":401,"detail":"%s"}""".formatted(reason));
    }

    private static String claim(String name, @Nullable Object value) throws JOSEException {
        return forgery.with(claims -> claims.claim(name, value));
    }

    private static String endedAt(long seconds) throws JOSEException {
        return forgery.with(claims -> claims.issueTime(in(-7200)).expirationTime(in(seconds)));
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plus(Duration.ofSeconds(seconds)));
    }
}
