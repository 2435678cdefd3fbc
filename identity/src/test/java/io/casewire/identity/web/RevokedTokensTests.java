package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenCommand;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
