package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = TestService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "management.endpoints.web.exposure.include=*"})
class OpenReadingTests {
    @TempDir
    static Path data;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("casewire.identity.directory", () -> data.resolve("identity"));
    }

    @Test
    void readingNeedsNoToken() throws IOException, InterruptedException {
        assertThat(ask("GET", "/things").body()).isEqualTo("nobody");
        assertThat(ask("HEAD", "/things").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void noMethodButReadingPassesWithoutToken(String method) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(method, "/things");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).startsWith("{\"type\":\"urn:casewire:problem:unauthenticated\"");
    }

    @Test
    void anotherSchemeThanBearerIsNoToken() throws IOException, InterruptedException {
        assertThat(new Door(port).knock("POST", "/things", "Basic dXNlcjp1c2Vy").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"READER", "AUDITOR"})
    void rolesThatOnlyReadDoNotWrite(Role role) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(role, "POST", "/things");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("insufficient_scope"));
        assertThat(answer.body()).isEqualTo("""
                {"type":"urn:casewire:problem:forbidden","title":"Forbidden","status":403,\
                "detail":"The token is good, but its roles do not allow this."}""");
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHER, 403", "REGION, 403", "OPERATOR, 200"})
    void rulesOfTheServiceComeBeforeTheDefaults(Role role, int status) throws IOException, InterruptedException {
        assertThat(ask(role, "POST", "/things/purge").statusCode()).isEqualTo(status);
    }

    @Test
    void controllerIsGivenTheCaller() throws IOException, InterruptedException {
        assertThat(ask(Role.REGION, "POST", "/things").body()).isEqualTo("li/310000");
    }

    @Test
    void controllerThatMustKnowTheCallerMakesItAnswer401() throws IOException, InterruptedException {
        assertThat(ask("GET", "/things/mine").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health/liveness, 200",
        "/actuator/health/readiness, 200",
        "/actuator/health, 401",
        "/actuator/env, 401",
        "/actuator, 401"
    })
    void onlyProbesOfTheActuatorAreOpen(String path, int status) throws IOException, InterruptedException {
        assertThat(ask("GET", path).statusCode()).isEqualTo(status);
    }

    @Test
    void operatorReadsTheActuator() throws IOException, InterruptedException {
        assertThat(ask(Role.OPERATOR, "GET", "/actuator/env").statusCode()).isEqualTo(200);
        assertThat(ask(Role.COORDINATOR, "GET", "/actuator/env").statusCode()).isEqualTo(403);
    }

    @Test
    void missingPageIsNotFoundRatherThanForbidden() throws IOException, InterruptedException {
        assertThat(ask("GET", "/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void answersCarrySecurityHeaders() throws IOException, InterruptedException {
        var headers = ask("GET", "/things").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void answersOfOneCallerAreNotAnothers() throws IOException, InterruptedException {
        assertThat(ask("GET", "/things").headers().allValues("Vary")).contains("Authorization");
        assertThat(ask(Role.REGION, "GET", "/things").headers().allValues("Vary"))
                .contains("Authorization");
        assertThat(ask(Role.REGION, "GET", "/things").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("no-store"));
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return new Door(port).knock(method, path);
    }

    private HttpResponse<String> ask(Role role, String method, String path) throws IOException, InterruptedException {
        String token = TokenIssuer.in(data.resolve("identity"))
                .mint(new Caller("li", Set.of(role), "310000", "海关"), Duration.ofMinutes(5));
        return new Door(port).knock(method, path, "Bearer " + token);
    }
}
