package io.casewire.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.conformance.RawHttp;
import io.casewire.conformance.RawHttp.Answer;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Bodies that are broken, too large or too slow. */
@Timeout(240)
@ExtendWith(OutputCaptureExtension.class)
class RequestBodyTests {
    private static final int MEGABYTE = 1024 * 1024;
    private static Backend backend;
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        backend = Backend.start();
        // reads all of it, as a service that stores a document does
        backend.on("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            Backend.answer(exchange, 202, "application/json", "{}");
        });
        console = RunningConsole.before(backend.address());
    }

    @AfterAll
    static void stop() {
        console.close();
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n0\r\n\r\n",
                "-1\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcdef\r\n0\r\n\r\n",
                "3\nabc\n0\n\n",
                "FFFFFFFFFFFFFFFFFF\r\nabc",
                "3;" + "a",
                "5\r\nab",
                "3\r\nabc\r\n",
                "3\r\nabc\r\n0\r\nno colon\r\n\r\n",
                ""
            })
    void chunksThatAreNoneAreTheClientsFault(String chunks, CapturedOutput output) throws IOException {
        int before = output.getAll().length();
        Answer answer = RawHttp.send(
                console.port(),
                "POST /api/ingest/v1/documents HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem().get("type").asString()).endsWith(":malformed-body");
        assertThat(output.getAll().substring(before)).doesNotContain("\tat ");
    }

    @Test
    void aBodyThatEndsTooSoonIsTheClientsFault() throws IOException {
        Answer answer = RawHttp.send(
                console.port(),
                "POST /api/ingest/v1/documents HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 100\r\n\r\nhalf");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem().get("type").asString()).endsWith(":malformed-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "replication", "notify"})
    void tenMegabytesOfJsonAreTooMuchForWhoeverTakesNoDocuments(String service) throws Exception {
        byte[] json = ("{\"a\":\"" + "a".repeat(10 * MEGABYTE) + "\"}").getBytes(StandardCharsets.US_ASCII);
        for (BodyPublisher body : new BodyPublisher[] {
            BodyPublishers.ofByteArray(json), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json))
        }) {
            HttpResponse<String> answer = post("/api/" + service + "/v1/things", body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains(":content-too-large", "1 MB");
        }
    }

    @Test
    void aDocumentMayBeLarge() throws Exception {
        assertThat(post("/api/ingest/v1/documents", BodyPublishers.ofByteArray(new byte[20 * MEGABYTE]))
                        .statusCode())
                .isEqualTo(202);
    }

    /** As services refuse: without a look at the body, which the server then takes in and throws away. */
    @Test
    void aRefusalBeforeTheBodyIsReadReachesWhoStillSends() throws Exception {
        backend.on("/api/ingest/v1/closed", exchange -> {
            byte[] refusal = "{\"status\":401}".getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(401, refusal.length);
            // the JDK's server closes the connection once an answer ends before its request
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(refusal, 0, refusal.length - 1);
                out.flush();
                exchange.getRequestBody().readAllBytes();
                out.write(refusal, refusal.length - 1, 1);
            }
        });
        HttpResponse<String> answer =
                post("/api/ingest/v1/closed", BodyPublishers.ofByteArray(new byte[20 * MEGABYTE]));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aServiceThatCutsAnUploadOffIsSaidToHaveBroken() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                RunningConsole before = RunningConsole.before(URI.create("http://127.0.0.1:" + rude.getLocalPort()))) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = rude.accept()) {
                    socket.getInputStream().readNBytes(1000);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            HttpResponse<String> answer =
                    send(before, "/api/ingest/v1/documents", BodyPublishers.ofByteArray(new byte[20 * MEGABYTE]));
            assertThat(answer.statusCode()).isEqualTo(502);
        }
    }

    @Test
    void aBodyThatOnlyTricklesIsGivenUp() throws IOException {
        AtomicLong now = new AtomicLong();
        InputStream trickle = trickle(now, TimeUnit.SECONDS.toNanos(1));
        RequestBody body = new RequestBody(trickle, 1000, true, 1000, 240, now::get);
        for (int second = 0; second < 10; second++) {
            assertThat(body.read(new byte[10])).isEqualTo(1);
        }
        assertThatThrownBy(() -> body.read(new byte[10])).isInstanceOf(IOException.class);
        assertThat(body.state()).isEqualTo(RequestBody.State.TOO_SLOW);
    }

    @Test
    void aServiceThatIsSlowToTakeABodyIsNotTheClientsFault() throws IOException {
        AtomicLong now = new AtomicLong();
        RequestBody body = new RequestBody(trickle(now, 1), 1000, true, 1000, 240, now::get);
        for (int second = 0; second < 100; second++) {
            assertThat(body.read(new byte[10])).isEqualTo(1);
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        assertThat(body.state()).isEqualTo(RequestBody.State.GOOD);
    }

    private static InputStream trickle(AtomicLong now, long nanos) {
        return new InputStream() {
            @Override
            public int read() {
                now.addAndGet(nanos);
                return 'a';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = (byte) read();
                return 1;
            }
        };
    }

    private static HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(console, path, body);
    }

    private static HttpResponse<String> send(RunningConsole to, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(to.at(path))
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
