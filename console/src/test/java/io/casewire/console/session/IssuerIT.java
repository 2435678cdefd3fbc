package io.casewire.console.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import io.casewire.console.issuer.RunningIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes to the addresses of a sign-in at an issuer without its form; the form is filled in a browser's test. */
@Timeout(120)
class IssuerIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path data;

    private static Backend backend;
    private static URI address;
    private static RunningConsole console;
    private static RunningIssuer issuer;

    @BeforeAll
    static void start() throws IOException {
        backend = Backend.start();
        address = RunningIssuer.freeAddress();
        console = console(address, "casewire.sign-in.client-secret-file=" + secret());
        issuer = RunningIssuer.at(address, Duration.ofMinutes(5), console.at("/"));
    }

    @AfterAll
    static void stop() {
        issuer.close();
        console.close();
        backend.close();
    }

    private static RunningConsole console(URI issuerUri, String... more) {
        String[] properties = Stream.concat(
                        Stream.of(
                                "casewire.identity.issuer-uri=" + issuerUri,
                                "casewire.sign-in.client-id=" + RunningIssuer.CLIENT),
                        Arrays.stream(more))
                .toArray(String[]::new);
        return RunningConsole.before(backend.address(), properties);
    }

    private static Path secret() throws IOException {
        return Files.writeString(data.resolve("secret"), RunningIssuer.SECRET + "\n");
    }

    @Test
    void browserIsSentToTheIssuerWithADigestOfWhatItKeeps() throws Exception {
        HttpResponse<String> begun = get("/session/issuer?to=%23%2Fledger", "");
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(begun.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(location(begun))
                .startsWith(address + "/oauth2/authorize?")
                .contains(
                        "response_type=code",
                        "client_id=" + RunningIssuer.CLIENT,
                        "code_challenge_method=S256",
                        "code_challenge=",
                        "state=",
                        "nonce=",
                        "scope=openid",
                        "redirect_uri=http%3A%2F%2F127.0.0.1%3A" + console.port() + "%2Fsession%2Fcallback");
        assertThat(cookie(begun))
                .startsWith("casewire-pending-" + console.port() + "=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/session", "Max-Age=600");
        assertThat(get("/session", "").body()).isEqualTo("{\"signedIn\":false,\"ways\":[\"ISSUER\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "code=x&state=STATE, answer-refused",
        "code=x&state=somethingelse, expired",
        "code=x, expired",
        "error=access_denied&state=STATE, refused",
        "error=server_error&state=STATE, issuer-away",
        "code=x&state=STATE&iss=http%3A%2F%2Fevil.example, answer-refused",
        "nothing=1, expired",
    })
    void whatDoesNotComeBackAsItLeftSignsNobodyIn(String query, String failed) throws Exception {
        HttpResponse<String> begun = get("/session/issuer", "");
        String state = location(begun).replaceFirst(".*[?&]state=([^&]*).*", "$1");
        HttpResponse<String> back = get("/session/callback?" + query.replace("STATE", state), held(begun));
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back)).isEqualTo("/#/sign-in?failed=" + failed);
        assertThat(back.headers().allValues("Set-Cookie"))
                .as("what was kept for it is forgotten, and nothing else is set")
                .singleElement()
                .asString()
                .contains("casewire-pending", "Max-Age=0");
    }

    @Test
    void browserThatBeganNothingIsNotSignedIn() throws Exception {
        assertThat(location(get("/session/callback?code=x&state=y", ""))).isEqualTo("/#/sign-in?failed=expired");
    }

    @Test
    void issuerThatIsAwayIsToldInThePage() throws Exception {
        try (RunningConsole lonely = console(RunningIssuer.freeAddress())) {
            assertThat(location(send(HttpRequest.newBuilder(lonely.at("/session/issuer")))))
                    .isEqualTo("/#/sign-in?failed=issuer-away");
        }
    }

    @Test
    void nothingIsRenewedThatWasNotHeldOrByAnotherSite() throws Exception {
        HttpRequest.Builder renewal = HttpRequest.newBuilder(console.at("/session/renewal"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        HttpResponse<String> answer = send(renewal);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"signedIn\":false,\"ways\":[\"ISSUER\"],\"ended\":true}");
        assertThat(send(renewal.copy().header("Cookie", "casewire-renewal-" + console.port() + "=9999999999.invented"))
                        .body())
                .as("the issuer does not know it")
                .contains("\"ended\":true");
        assertThat(send(renewal.copy().header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(403);
        assertThat(send(renewal.copy().setHeader("Content-Type", "text/plain")).statusCode())
                .isEqualTo(415);
    }

    @Test
    void consoleThatIsNoClientSaysSo() throws Exception {
        try (RunningConsole bare =
                RunningConsole.before(backend.address(), "casewire.identity.issuer-uri=" + address)) {
            assertThat(send(HttpRequest.newBuilder(bare.at("/session"))).body())
                    .isEqualTo("{\"signedIn\":false,\"ways\":[]}");
            HttpResponse<String> refused = send(HttpRequest.newBuilder(bare.at("/session/issuer")));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("sign-in-closed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "casewire.sign-in.scopes=profile, openid",
        "casewire.sign-in.longest-session=2d, 24 hours",
        "casewire.sign-in.client=x, client",
    })
    void wrongSettingIsNamed(String setting, String named) {
        assertThat(catchThrowable(() -> console(address, setting))).hasStackTraceContaining(named);
    }

    private static HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(console.at(path));
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String cookie(HttpResponse<String> answer) {
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(1);
        return cookies.getFirst();
    }

    private static String held(HttpResponse<String> answer) {
        return cookie(answer).replaceFirst(";.*", "");
    }
}
