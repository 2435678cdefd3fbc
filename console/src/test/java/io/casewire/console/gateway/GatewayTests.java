package io.casewire.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class GatewayTests {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Backend backend;
    private static RunningConsole console;

    private final BlockingQueue<Seen> seen = new ArrayBlockingQueue<>(10);
    private final AtomicBoolean open = new AtomicBoolean(true);

    private record Seen(String method, URI address, Headers headers, String body) {}

    @BeforeAll
    static void start() {
        backend = Backend.start();
        console = RunningConsole.before(
                backend.address(),
                "casewire.gateway.answer-timeout=1s",
                "casewire.gateway.idle-timeout=2s",
                "casewire.gateway.max-upload=8MB");
    }

    @AfterAll
    static void stop() {
        console.close();
        backend.close();
    }

    @BeforeEach
    void nothingIsAnsweredYet() {
        seen.clear();
    }

    @AfterEach
    void letGo() {
        open.set(false);
    }

    private String echo(String name) {
        String path = "/api/ingest/v1/" + name;
        backend.on(path, exchange -> {
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Backend.answer(exchange, 200, "application/json", "{\"ok\":true}");
        });
        return path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "catalog", "replication", "notify"})
    void passesEachServiceWhatIsItsOwn(String service) throws Exception {
        backend.json("/api/" + service + "/v1/mine", "{\"service\":\"" + service + "\"}");
        assertThat(get("/api/" + service + "/v1/mine").body()).isEqualTo("{\"service\":\"" + service + "\"}");
    }

    @Test
    void passesTheTokenOnAndNoCookie() throws Exception {
        String path = echo("token");
        send(request(path).header("Authorization", "Bearer abc.def.ghi").header("Cookie", "session=1"));
        Seen one = next();
        assertThat(one.headers().get("Authorization")).containsExactly("Bearer abc.def.ghi");
        assertThat(one.headers()).doesNotContainKey("Cookie");
    }

    @Test
    void saysItselfWhereARequestCameFrom() throws Exception {
        String path = echo("forwarded");
        send(request(path)
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=203.0.113.9"));
        Headers headers = next().headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("127.0.0.1:" + console.port());
        assertThat(headers).doesNotContainKey("Forwarded");
    }

    @Test
    void stopsHeadersOfTheConnection() throws Exception {
        String path = echo("hop");
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close, X-Private\r\nX-Private: 1\r\n"
                + "Keep-Alive: 5\r\nTE: trailers\r\nProxy-Authorization: Basic eA==\r\nX-Public: 2\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
        Headers headers = next().headers();
        assertThat(headers)
                .doesNotContainKeys("X-private", "Keep-alive", "Te", "Proxy-authorization")
                .containsKey("X-public");
    }

    @Test
    void stopsHeadersOfTheServicesConnectionAndItsCookies() throws Exception {
        backend.on("/api/ingest/v1/answer-headers", exchange -> {
            Headers headers = exchange.getResponseHeaders();
            headers.add("Connection", "X-Inner");
            headers.add("X-Inner", "1");
            headers.add("Keep-Alive", "timeout=5");
            headers.add("Set-Cookie", "session=1");
            headers.add("ETag", "\"3\"");
            headers.add("Link", "<a>");
            headers.add("Link", "<b>");
            headers.add("Content-Security-Policy", "default-src 'none'");
            Backend.answer(exchange, 200, "application/json", "{}");
        });
        var headers = get("/api/ingest/v1/answer-headers").headers().map();
        assertThat(headers).doesNotContainKeys("x-inner", "keep-alive", "set-cookie");
        assertThat(headers.get("etag")).containsExactly("\"3\"");
        assertThat(headers.get("link")).containsExactly("<a>", "<b>");
        assertThat(headers.get("content-security-policy")).containsExactly("default-src 'none'");
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
    }

    @Test
    void passesMethodPathQueryAndBodyUnchanged() throws Exception {
        String path = echo("unchanged");
        send(request(path + "/%E9%80%9A?q=%E5%85%B3+x&q=&y=a%26b")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString("a=1&b=%E5%85%B3")));
        Seen one = next();
        assertThat(one.method()).isEqualTo("PUT");
        assertThat(one.address()).hasToString(path + "/%E9%80%9A?q=%E5%85%B3+x&q=&y=a%26b");
        assertThat(one.body()).isEqualTo("a=1&b=%E5%85%B3");
        assertThat(one.headers().get("Content-Length")).containsExactly("15");
    }

    @Test
    void passesAMultipartBodyByteForByte() throws Exception {
        String path = echo("multipart");
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.txt\"\r\n\r\n通关\r\n--b--\r\n";
        send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));
        assertThat(next().body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 304, 400, 404, 409, 500, 503})
    void passesTheServicesOwnAnswerOnWhateverItIs(int status) throws Exception {
        String path = "/api/ingest/v1/status-" + status;
        String body = status == 304 ? "" : "{\"status\":" + status + "}";
        backend.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", "/somewhere");
            Backend.answer(exchange, status, "application/problem+json", body);
        });
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Location")).contains("/somewhere");
    }

    @Test
    void followsNoRedirectItself() throws Exception {
        backend.on("/api/ingest/v1/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest");
            Backend.answer(exchange, 302, "text/plain", "");
        });
        assertThat(get("/api/ingest/v1/moved").statusCode()).isEqualTo(302);
    }

    @Test
    void handsEventsOnOneByOne() throws Exception {
        BlockingQueue<String> told = new SynchronousQueue<>();
        backend.on("/api/notify/v1/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.flush();
                for (String event = take(told); !event.isEmpty(); event = take(told)) {
                    out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        });
        HttpResponse<InputStream> answer =
                CLIENT.send(request("/api/notify/v1/stream").build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            // the next is told only when the one before has come through
            for (String event : List.of("one", "two", "three")) {
                told.put(event);
                assertThat(lines.readLine()).isEqualTo("data: " + event);
                assertThat(lines.readLine()).isEmpty();
            }
            told.put("");
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void endsTheServicesStreamWhenTheReaderLeaves() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        backend.on("/api/notify/v1/left", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (open.get()) {
                    out.write(": heartbeat\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    pause(Duration.ofMillis(50));
                }
            } catch (IOException gone) {
                left.countDown();
            }
        });
        HttpResponse<InputStream> answer =
                CLIENT.send(request("/api/notify/v1/left").build(), BodyHandlers.ofInputStream());
        assertThat(answer.body().read()).isEqualTo(':');
        answer.body().close();
        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void handsAnUploadOnWhileItIsStillComing() throws Exception {
        CountDownLatch firstPartThere = new CountDownLatch(1);
        backend.on("/api/ingest/v1/upload", exchange -> {
            InputStream in = exchange.getRequestBody();
            in.readNBytes(32 * 1024);
            firstPartThere.countDown();
            int rest = in.readAllBytes().length;
            Backend.answer(exchange, 202, "text/plain", String.valueOf(rest));
        });
        byte[] half = new byte[64 * 1024];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/ingest/v1/upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                            + 2 * half.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(half);
            out.flush();
            // the service reads the first half before the second is sent
            assertThat(firstPartThere.await(30, TimeUnit.SECONDS)).isTrue();
            out.write(half);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 202").endsWith(String.valueOf(2 * half.length - 32 * 1024));
        }
    }

    @Test
    void refusesABodyThatIsDeclaredTooLarge() throws Exception {
        String answer = raw("POST " + echo("large") + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Length: 9000000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:casewire:problem:content-too-large");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "obligations/obl-1/attachments, 20000000, 200",
        "obligations/obl-2/attachments?filename=a.pdf, 20000000, 200",
        "obligations/obl-3/attachments, 23000000, 413",
        "obligations/obl-1/notes, 1100000, 413",
        "obligations/obl-1/notes/attachments, 1100000, 413",
        "ledger/import, 32000000, 200"
    })
    void passesAsMuchToReplicationAsThePathTakes(String path, int bytes, int status) throws Exception {
        String address = "/api/replication/v1/" + path;
        backend.on(URI.create(address).getPath(), exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            Backend.answer(exchange, 200, "application/json", "{}");
        });
        assertThat(send(request(address).POST(BodyPublishers.ofByteArray(new byte[bytes])))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        byte[] part = new byte[1024 * 1024];
        HttpResponse<String> answer =
                send(request(echo("endless")).POST(BodyPublishers.ofByteArrays(Collections.nCopies(9, part))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(seen).isEmpty();
    }

    @Test
    void saysWhichServiceIsDown() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (RunningConsole alone = RunningConsole.before(nobody)) {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(alone.at("/api/catalog/v1/cases")).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.body())
                    .contains("urn:casewire:problem:service-unavailable", "\"service\":\"catalog\"")
                    .doesNotContain(String.valueOf(nobody.getPort()));
        }
    }

    @Test
    void doesNotWaitForAServiceForEver() throws Exception {
        backend.on("/api/ingest/v1/silent", exchange -> {
            pause(Duration.ofSeconds(4));
            Backend.answer(exchange, 200, "text/plain", "late");
        });
        HttpResponse<String> answer = get("/api/ingest/v1/silent");
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("urn:casewire:problem:service-timeout");
    }

    @Test
    void saysThatAServiceBrokeOff() throws Exception {
        backend.on("/api/ingest/v1/broken", exchange -> {
            throw new IOException("before any answer");
        });
        HttpResponse<String> answer = get("/api/ingest/v1/broken");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("urn:casewire:problem:service-broken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 100\r\n\r\nhalf of it", "Transfer-Encoding: chunked\r\n\r\n5\r\nhalf \r\n"})
    void neverPassesHalfAnAnswerOffAsAWhole(String rest) throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                RunningConsole before = RunningConsole.before(URI.create("http://127.0.0.1:" + rude.getLocalPort()))) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = rude.accept()) {
                    socket.getInputStream().read(new byte[4096]);
                    socket.getOutputStream().write(("HTTP/1.1 200 OK\r\n" + rest).getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            HttpRequest request =
                    HttpRequest.newBuilder(before.at("/api/ingest/v1/x")).build();
            try {
                // where it is broken off at once, the head may not have been passed on yet
                HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
            } catch (IOException broken) {
                assertThat(broken).isNotInstanceOf(HttpTimeoutException.class);
            }
        }
    }

    @Test
    void givesUpAnAnswerThatSaysNothingMore() {
        backend.on("/api/ingest/v1/stuck", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            pause(Duration.ofSeconds(20));
        });
        long start = System.nanoTime();
        assertThatThrownBy(() -> get("/api/ingest/v1/stuck")).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/other/v1/x", "/api/ingest", "/nothing", "/actuator/env", "/error/x"})
    void answersWithAProblemWhereNothingIs(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ingest/../../actuator/prometheus",
                "/api/ingest/..;/..;/actuator/prometheus",
                "/api/ingest/%2e%2e/%2e%2e/actuator/prometheus",
                "/api/ingest/v1/%2f..%2f..%2factuator"
            })
    void reachesNothingOfAServiceButItsApi(String path) throws Exception {
        AtomicBoolean reached = new AtomicBoolean();
        try (Backend guarded = Backend.start();
                RunningConsole door = RunningConsole.before(guarded.address())) {
            guarded.on("/", exchange -> {
                reached.set(true);
                Backend.answer(exchange, 200, "text/plain", "inside");
            });
            String answer = raw(door.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(reached).isFalse();
            assertThat(answer).doesNotContain("inside");
        }
    }

    @Test
    void anOpenStreamDoesNotHoldUpTheStop() throws Exception {
        backend.on("/api/notify/v1/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (open.get()) {
                exchange.getResponseBody().write(": heartbeat\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                pause(Duration.ofMillis(50));
            }
        });
        RunningConsole other = RunningConsole.before(backend.address());
        HttpResponse<InputStream> answer = CLIENT.send(
                HttpRequest.newBuilder(other.at("/api/notify/v1/endless")).build(), BodyHandlers.ofInputStream());
        assertThat(answer.body().read()).isEqualTo(':');
        long start = System.nanoTime();
        other.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private Seen next() throws InterruptedException {
        Seen one = seen.poll(30, TimeUnit.SECONDS);
        assertThat(one).as("what the service was asked").isNotNull();
        return one;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.at(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** What a client that tidies nothing gets. */
    private static String raw(String request) throws IOException {
        return raw(console.port(), request);
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            // that is all: a server that waits for the rest of a body need not
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String take(BlockingQueue<String> told) {
        try {
            String event = told.poll(30, TimeUnit.SECONDS);
            return event == null ? "" : event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
