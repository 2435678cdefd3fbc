package io.casewire.cli.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ProbeTests {
    @Test
    void onlyAnAnswerOf200IsWell() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/up", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/down", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();

        assertThat(Probe.isWell(URI.create(base + "/up"))).isTrue();
        assertThat(Probe.isWell(URI.create(base + "/down"))).isFalse();
        assertThat(Probe.isWell(URI.create(base + "/missing"))).isFalse();

        server.stop(0);
        assertThat(Probe.isWell(URI.create(base + "/up"))).isFalse();
    }

    @Test
    void aPortThatAcceptsIsWell() throws IOException {
        URI address;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = URI.create("tcp://127.0.0.1:" + server.getLocalPort());
            assertThat(Probe.isWell(address)).isTrue();
        }
        assertThat(Probe.isWell(address)).isFalse();
    }
}
