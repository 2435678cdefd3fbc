package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = TestService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
class IssuerDownTests {
    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String nobody = "http://127.0.0.1:" + free.getLocalPort();
            properties.add("casewire.identity.issuer-uri", () -> nobody);
        }
    }

    @Test
    void writingWaitsAndPublicReadingGoesOn() throws IOException, InterruptedException {
        Door door = new Door(port);
        HttpResponse<String> write = door.knock("POST", "/things", "Bearer abc");
        assertThat(write.statusCode()).isEqualTo(503);
        assertThat(write.headers().firstValue("Retry-After")).contains("10");
        assertThat(write.body()).startsWith("{\"type\":\"urn:casewire:problem:issuer-unavailable\"");
        assertThat(door.knock("GET", "/things").statusCode()).isEqualTo(200);
    }
}
