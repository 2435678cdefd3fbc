package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
        properties = {
            "server.address=127.0.0.1",
            "casewire.identity.public-reading=false",
            "casewire.identity.open-probes=false"
        })
class ClosedReadingTests {
    @TempDir
    static Path data;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("casewire.identity.directory", () -> data.resolve("identity"));
    }

    @Test
    void readingNeedsAToken() throws IOException, InterruptedException {
        Door door = new Door(port);
        assertThat(door.knock("GET", "/things").statusCode()).isEqualTo(401);
        assertThat(door.knock("HEAD", "/things").statusCode()).isEqualTo(401);
        assertThat(door.knock("GET", "/things", bearer(Set.of(Role.READER))).body())
                .isEqualTo("wang");
    }

    @Test
    void tokenWithoutARoleHereReadsNothing() throws IOException, InterruptedException {
        assertThat(new Door(port).knock("GET", "/things", bearer(Set.of())).statusCode())
                .isEqualTo(403);
    }

    @Test
    void probesCanBeClosedToo() throws IOException, InterruptedException {
        assertThat(new Door(port).knock("GET", "/actuator/health/liveness").statusCode())
                .isEqualTo(401);
    }

    private static String bearer(Set<Role> roles) {
        return "Bearer "
                + TokenIssuer.in(data.resolve("identity"))
                        .mint(new Caller("wang", roles, null, null), Duration.ofMinutes(5));
    }
}
