package io.casewire.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.conformance.RawHttp;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that begin a request and do not end it. */
@Timeout(300)
class ConnectionTests {
    private static final String BEGUN = "GET /api/catalog/v1/cases HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void headersHaveOneDeadlineHoweverOftenAByteComes() throws Exception {
        try (RunningConsole console = RunningConsole.before(nobody(), "casewire.http.header-timeout=1s");
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            OutputStream out = slow.getOutputStream();
            out.write(BEGUN.getBytes(StandardCharsets.US_ASCII));
            // a byte in every look, for as long as the connection stands
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        try {
                            out.write('a');
                            return false;
                        } catch (SocketException closed) {
                            return true;
                        }
                    });
        }
    }

    @Test
    void aRequestThatComesInPiecesInTimeIsAnswered() throws Exception {
        try (Backend backend = Backend.start().json("/", "{}");
                RunningConsole console = RunningConsole.before(backend.address());
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            for (String piece :
                    List.of("GET /api/cata", "log/v1/cases HTTP/1.1\r\nHo", "st: x\r\nConnection: close\r\n", "\r\n")) {
                slow.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                slow.getOutputStream().flush();
                TimeUnit.MILLISECONDS.sleep(300);
            }
            assertThat(RawHttp.read(slow.getInputStream()).status()).isEqualTo(200);
        }
    }

    /** As many half-open connections as are allowed, and again as many that wait to be let in, each sending a byte now and then. */
    @Test
    void whoBeginsManyRequestsKeepsNobodyOut() throws Exception {
        List<Socket> half = new ArrayList<>();
        try (Backend backend = Backend.start().json("/", "{}");
                RunningConsole console = RunningConsole.before(
                        backend.address(), "server.tomcat.max-connections=200", "server.tomcat.accept-count=400");
                ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < 400; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port());
                socket.getOutputStream().write(BEGUN.getBytes(StandardCharsets.US_ASCII));
                half.add(socket);
            }
            var _ = trickle.scheduleWithFixedDelay(
                    () -> half.forEach(ConnectionTests::oneByte), 200, 200, TimeUnit.MILLISECONDS);
            for (int i = 0; i < 10; i++) {
                assertThat(served(console)).isEqualTo(200);
            }
        } finally {
            for (Socket socket : half) {
                socket.close();
            }
        }
    }

    @Test
    void idleConnectionsMakeRoom() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try (Backend backend = Backend.start().json("/", "{}");
                RunningConsole console = RunningConsole.before(
                        backend.address(),
                        "server.tomcat.max-connections=50",
                        "server.tomcat.accept-count=400",
                        "server.tomcat.connection-timeout=120s",
                        "server.tomcat.keep-alive-timeout=120s")) {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port());
                idle.add(socket);
                if (i % 2 == 0) {
                    socket.getOutputStream()
                            .write("GET /api/catalog/v1/cases HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.setSoTimeout((int) PATIENCE.toMillis());
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                }
            }
            assertThat(served(console)).isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static int served(RunningConsole console) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET /api/catalog/v1/cases HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                return RawHttp.read(in).status();
            }
        }
    }

    private static void oneByte(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException closed) {
            // this one is out
        }
    }

    private static URI nobody() {
        return URI.create("http://127.0.0.1:9");
    }
}
