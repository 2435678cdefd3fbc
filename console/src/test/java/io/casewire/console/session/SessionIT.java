package io.casewire.console.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import io.casewire.identity.Role;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions with real tokens through the gateway, before a service that shows what reaches it. Two consoles share the folder. */
@Timeout(120)
class SessionIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final BlockingQueue<Headers> SEEN = new ArrayBlockingQueue<>(20);

    @TempDir
    static Path data;

    private static Backend backend;
    private static RunningConsole console;
    private static RunningConsole other;

    @BeforeAll
    static void start() {
        backend = Backend.start();
        backend.on("/api/replication/v1/things", exchange -> {
            SEEN.add(exchange.getRequestHeaders());
            exchange.getResponseHeaders().add("Set-Cookie", "planted=1");
            exchange.getResponseHeaders().add("Vary", "Authorization");
            Backend.answer(exchange, 200, "application/json", "{}");
        });
        backend.on("/api/notify/v1/events", exchange -> {
            SEEN.add(exchange.getRequestHeaders());
            Backend.answer(exchange, 200, "text/event-stream", "data: x\n\n");
        });
        String keys = "casewire.identity.directory=" + data.resolve("identity");
        console = RunningConsole.before(backend.address(), keys, "server.forward-headers-strategy=native");
        other = RunningConsole.before(backend.address(), keys);
    }

    @AfterAll
    static void stop() {
        console.close();
        other.close();
        backend.close();
    }

    @BeforeEach
    void nothingWasSeen() {
        SEEN.clear();
    }

    private record Answer(int status, @Nullable String cookie, JsonNode body, HttpResponse<String> whole) {
        /** As a browser sends it back. */
        String held() {
            assertThat(cookie).isNotNull();
            return String.valueOf(cookie).replaceFirst(";.*", "");
        }

        String csrf() {
            return body.path("csrf").asString();
        }
    }

    @Test
    void nobodyIsSignedInAndALinkIsTheWay() throws Exception {
        Answer answer = ask(console, "GET", "/session", null, Map.of());
        assertThat(answer.whole().body()).isEqualTo("{\"signedIn\":false,\"ways\":[\"LINK\"]}");
        assertThat(answer.whole().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.cookie()).isNull();
    }

    @Test
    void linkShowsWhoAndSignsIn() throws Exception {
        String body = body(SignInLink.code(data, "--role=region", "--region=430000", "--subject=李明", "--ttl=3h"));

        Answer who = ask(console, "POST", "/session/code", body, Map.of());
        assertThat(who.body().path("subject").asString()).isEqualTo("李明");
        assertThat(who.body().path("regionName").asString()).isEqualTo("湖南省");
        assertThat(who.cookie()).as("nobody is signed in by looking").isNull();

        Answer in = ask(console, "POST", "/session", body, Map.of());
        assertThat(in.status()).isEqualTo(200);
        JsonNode said = in.body();
        assertThat(said.path("signedIn").asBoolean()).isTrue();
        assertThat(said.path("subject").asString()).isEqualTo("李明");
        assertThat(said.path("roles").valueStream().map(JsonNode::asString)).containsExactly("region");
        assertThat(said.path("regionCode").asString()).isEqualTo("430000");
        assertThat(said.path("agency").isNull()).isTrue();
        assertThat(Instant.parse(said.path("expiresAt").asString()))
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3 * 3600 + 1));
        assertThat(in.cookie()).contains("casewire-" + console.port() + "=", "HttpOnly", "SameSite=Strict", "Path=/;");

        Answer again = ask(console, "GET", "/session", null, Map.of("Cookie", in.held()));
        assertThat(again.body()).isEqualTo(said);
        assertThat(again.whole().headers().firstValue("Cache-Control")).contains("no-store");
        String listed = SignInLink.said(data, "list");
        assertThat(listed).contains("李明\tregion\t430000");
    }

    @Test
    void codeWorksOnceAtWhicheverConsole() throws Exception {
        String body = body(SignInLink.code(data, "--role=operator", "--subject=once"));
        assertThat(ask(other, "POST", "/session", body, Map.of()).status()).isEqualTo(200);
        for (RunningConsole each : List.of(console, other)) {
            for (String path : List.of("/session", "/session/code")) {
                Answer second = ask(each, "POST", path, body, Map.of());
                assertThat(second.status()).isEqualTo(410);
                assertThat(second.body().path("type").asString()).isEqualTo("urn:casewire:problem:sign-in-code-gone");
                assertThat(second.cookie()).isNull();
            }
        }
    }

    @Test
    void pageOfAnotherSiteSignsNobodyInOrOut() throws Exception {
        String body = body(SignInLink.code(data, "--role=operator", "--subject=csrf"));
        Map<String, String> evil = Map.of("Origin", "https://evil.example");
        for (String path : List.of("/session", "/session/code")) {
            assertThat(ask(console, "POST", path, body, evil).status()).isEqualTo(403);
            assertThat(ask(console, "POST", path, body, Map.of("Sec-Fetch-Site", "cross-site"))
                            .status())
                    .isEqualTo(403);
            assertThat(ask(console, "POST", path, body, Map.of("Content-Type", "text/plain"))
                            .status())
                    .as("what a form can send")
                    .isEqualTo(415);
        }
        Answer in = ask(console, "POST", "/session", body, Map.of());
        assertThat(in.status()).as("nothing was used up").isEqualTo(200);
        assertThat(ask(console, "DELETE", "/session", null, Map.of("Cookie", in.held()))
                        .status())
                .isEqualTo(403);
        assertThat(ask(console, "GET", "/session", null, Map.of("Cookie", in.held()))
                        .body()
                        .path("signedIn")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void servicesSeeTheTokenOfEveryRoleAndNeverTheCookie(Role role) throws Exception {
        Answer in = signIn(console, role.wireName(), "each-" + role.wireName());
        String token = in.held().replaceFirst("[^=]*=", "");

        Answer read = ask(console, "GET", "/api/replication/v1/things", null, Map.of("Cookie", in.held() + "; a=b"));
        assertThat(read.cookie()).as("of a service").isNull();
        assertThat(read.whole().headers().allValues("Vary")).contains("Authorization", "Cookie");
        shows(token);
        ask(
                console,
                "POST",
                "/api/replication/v1/things",
                "{}",
                Map.of("Cookie", in.held(), "X-CSRF-Token", in.csrf()));
        shows(token);
        ask(console, "GET", "/api/notify/v1/events", null, Map.of("Cookie", in.held(), "Accept", "text/event-stream"));
        shows(token);
    }

    @Test
    void changeWithoutProofReachesNoService() throws Exception {
        Answer in = signIn(console, "operator", "proof");
        Answer stranger = signIn(console, "operator", "stranger");
        for (Map<String, String> headers : List.of(
                Map.of("Cookie", in.held()),
                Map.of("Cookie", in.held(), "X-CSRF-Token", stranger.csrf()),
                Map.of("Cookie", in.held(), "X-CSRF-Token", in.csrf(), "Origin", "http://evil.example"))) {
            assertThat(ask(console, "POST", "/api/replication/v1/things", "{}", headers)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(SEEN).isEmpty();
    }

    @Test
    void authorizationHeaderWinsAndNeedsNoProof() throws Exception {
        Answer in = signIn(console, "operator", "both");
        ask(
                console,
                "POST",
                "/api/replication/v1/things",
                "{}",
                Map.of("Cookie", in.held(), "Authorization", "Bearer a.b.c"));
        shows("a.b.c");
    }

    @Test
    void signingOutEndsThisSessionAndEverywhereEveryOne() throws Exception {
        Answer one = signIn(console, "operator", "leaving");
        Answer two = signIn(console, "operator", "leaving");
        Answer three = signIn(console, "operator", "leaving");

        Answer out = ask(console, "DELETE", "/session", null, Map.of("Cookie", one.held(), "X-CSRF-Token", one.csrf()));
        assertThat(out.body().path("signedIn").asBoolean()).isFalse();
        assertThat(out.body().path("revoked").asBoolean()).isTrue();
        assertThat(out.cookie()).contains("Max-Age=0");
        await().atMost(SOON).until(() -> isEnded(console, one));
        assertThat(isEnded(other, two)).isFalse();

        ask(
                console,
                "DELETE",
                "/session?everywhere=true",
                null,
                Map.of("Cookie", two.held(), "X-CSRF-Token", two.csrf()));
        await().atMost(SOON).until(() -> isEnded(console, three) && isEnded(console, two));
    }

    @Test
    void revokedSessionIsToldAndTakenAway() throws Exception {
        Answer in = signIn(console, "operator", "dismissed");
        SignInLink.revoke(data, "dismissed");
        await().atMost(SOON).until(() -> isEnded(console, in));
        Answer said = ask(console, "GET", "/session", null, Map.of("Cookie", in.held()));
        assertThat(said.body().path("ended").asBoolean()).isTrue();
        assertThat(said.cookie()).contains("Max-Age=0");
    }

    @Test
    void sessionOfBeforeEndsWithANewOneInTheSameBrowser() throws Exception {
        Answer before = signIn(console, "operator", "first");
        String body = body(SignInLink.code(data, "--role=operator", "--subject=second"));
        Answer in =
                ask(console, "POST", "/session", body, Map.of("Cookie", before.held(), "X-CSRF-Token", before.csrf()));
        assertThat(in.body().path("subject").asString()).isEqualTo("second");
        await().atMost(SOON).until(() -> isEnded(console, before));
    }

    @Test
    void overHttpsTheCookieIsBoundToTheHost() throws Exception {
        String body = body(SignInLink.code(data, "--role=operator", "--subject=tls"));
        Answer in = ask(console, "POST", "/session", body, Map.of("X-Forwarded-Proto", "https"));
        assertThat(in.cookie()).startsWith("__Host-casewire=").contains("; Secure", "Path=/;");
        Answer said = ask(console, "GET", "/session", null, Map.of("Cookie", in.held(), "X-Forwarded-Proto", "https"));
        assertThat(said.body().path("subject").asString()).isEqualTo("tls");
        assertThat(ask(
                                other,
                                "POST",
                                "/session",
                                body(SignInLink.code(data, "--role=operator", "--subject=tls")),
                                Map.of("X-Forwarded-Proto", "https"))
                        .cookie())
                .as("a proxy that is not trusted")
                .doesNotContain("Secure");
    }

    @Test
    void consoleWithoutTheFolderSignsNobodyIn() throws Exception {
        try (RunningConsole bare = RunningConsole.before(backend.address())) {
            assertThat(ask(bare, "GET", "/session", null, Map.of()).whole().body())
                    .isEqualTo("{\"signedIn\":false,\"ways\":[]}");
            Answer refused = ask(bare, "POST", "/session", "{\"code\":\"x\"}", Map.of());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().path("type").asString()).isEqualTo("urn:casewire:problem:sign-in-closed");
        }
    }

    private static Answer signIn(RunningConsole at, String role, String subject) throws Exception {
        String code =
                SignInLink.code(data, "--role=" + role, "--subject=" + subject, "--region=430000", "--agency=长沙海关");
        Answer in = ask(at, "POST", "/session", body(code), Map.of());
        assertThat(in.status()).as(in.whole().body()).isEqualTo(200);
        return in;
    }

    private static boolean isEnded(RunningConsole at, Answer in) throws IOException, InterruptedException {
        String value = in.held().replaceFirst("[^=]*=", "");
        return ask(at, "GET", "/session", null, Map.of("Cookie", "casewire-" + at.port() + "=" + value))
                .body()
                .path("ended")
                .asBoolean(false);
    }

    private static void shows(String token) throws InterruptedException {
        Headers headers = SEEN.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(headers).isNotNull();
        assertThat(headers.get("Authorization")).containsExactly("Bearer " + token);
        assertThat(headers).doesNotContainKeys("Cookie", "X-csrf-token");
    }

    private static String body(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private static Answer ask(
            RunningConsole at, String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at.at(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Set-Cookie").orElse(null),
                JsonMapper.shared().readTree(isJson ? answer.body() : "{}"),
                answer);
    }
}
