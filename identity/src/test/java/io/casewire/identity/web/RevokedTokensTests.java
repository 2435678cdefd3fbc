package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.Sessions;
import io.casewire.identity.local.SignInCodes;
import io.casewire.identity.local.TokenCommand;
import io.casewire.identity.local.TokenIssuer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = TestService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
class RevokedTokensTests {
    @TempDir
    static Path data;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("casewire.identity.directory", () -> data.resolve("identity"));
    }

    @Test
    void revokedTokenIsRefusedByTheRunningServiceAndOthersAreNot() throws IOException, InterruptedException {
        String li = token("li");
        String wang = token("wang");
        assertThat(write(li).statusCode()).isEqualTo(200);
        revoke("--subject", "ｌｉ ");
        await().atMost(Duration.ofSeconds(30)).until(() -> write(li).statusCode() == 401);
        assertThat(write(li).body()).contains("The token was revoked.");
        assertThat(read(li).statusCode()).as("also where reading is public").isEqualTo(401);
        assertThat(write(wang).statusCode()).isEqualTo(200);
        assertThat(write(token("li")).statusCode())
                .as("a token given out afterwards")
                .isEqualTo(200);
    }

    @Test
    void whileTheListCannotBeReadNoTokenIsTakenAndPublicReadingGoesOn() throws IOException, InterruptedException {
        String zhao = token("zhao");
        Path list = data.resolve("identity/revoked/tokens.json");
        String whole = Files.readString(list);
        Files.writeString(list, "{");
        await().atMost(Duration.ofSeconds(30)).until(() -> write(zhao).statusCode() == 503);
        HttpResponse<String> refused = write(zhao);
        assertThat(refused.body()).startsWith("{\"type\":\"urn:casewire:problem:revocations-unreadable\"");
        assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        assertThat(new Door(port).knock("GET", "/things").statusCode()).isEqualTo(200);
        Files.writeString(list, whole);
        await().atMost(Duration.ofSeconds(30)).until(() -> write(zhao).statusCode() == 200);
    }

    @Test
    void endedSessionIsRefusedAndTheSubjectsOtherTokensAreNot() throws IOException, InterruptedException {
        String script = token("sun");
        String one = session("sun");
        String other = session("sun");
        String another = session("zhou");
        Sessions sessions = Sessions.in(data.resolve("identity"), InstantSource.system());
        assertThat(sessions.areKept()).isTrue();

        sessions.end(id(one));
        await().atMost(Duration.ofSeconds(30)).until(() -> write(one).statusCode() == 401);
        assertThat(write(one).body()).contains("The token was revoked.");
        assertThat(write(other).statusCode()).isEqualTo(200);

        sessions.endAllOf("ｓｕｎ");
        await().atMost(Duration.ofSeconds(30)).until(() -> write(other).statusCode() == 401);
        assertThat(write(script).statusCode()).as("no session").isEqualTo(200);
        assertThat(write(another).statusCode()).as("another subject").isEqualTo(200);
    }

    private static String session(String subject) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] words = {"login", "--role=publisher", "--subject=" + subject, "--data=" + data};
        assertThat(TokenCommand.run(words, stream, stream)).isZero();
        String code = out.toString(StandardCharsets.UTF_8).replaceFirst("(?s).*code=([A-Za-z0-9_-]+).*", "$1");
        return SignInCodes.in(data.resolve("identity"))
                .take(code, Instant.now())
                .orElseThrow();
    }

    private static String id(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getJWTID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an operator does it: in another process. */
    private static void revoke(String... which) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TokenCommand.class.getName(),
                "revoke",
                "--data",
                data.toString()));
        command.addAll(List.of(which));
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("LC_ALL", "C.UTF-8");
        assertThat(process.start().waitFor()).isZero();
    }

    private HttpResponse<String> write(String token) throws IOException, InterruptedException {
        return new Door(port).knock("POST", "/things", "Bearer " + token);
    }

    private HttpResponse<String> read(String token) throws IOException, InterruptedException {
        return new Door(port).knock("GET", "/things", "Bearer " + token);
    }

    private static String token(String subject) {
        return TokenIssuer.in(data.resolve("identity"))
                .mint(new Caller(subject, Set.of(Role.PUBLISHER), null, null), Duration.ofMinutes(5));
    }
}
