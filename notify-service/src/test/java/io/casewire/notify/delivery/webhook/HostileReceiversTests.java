package io.casewire.notify.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.notify.SocketReceiver;
import io.casewire.notify.SocketReceiver.Answer;
import io.casewire.notify.SocketReceiver.Behaviour;
import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.destination.FixedNames;
import io.casewire.notify.subscription.SigningSecret;
import io.casewire.outbound.destination.Destinations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a receiver does, an attempt ends in time, reads little, and leaves nothing behind. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileReceiversTests {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** What the client reads at most, and what the sockets of both sides hold besides. */
    private static final long MAX_WRITTEN = 1024 * 1024;

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String MUCH = "x".repeat(8192);

    private final FixedNames names = new FixedNames();
    private final Destinations destinations = names.destinations("127.0.0.1/32");
    private final WebhookClient client = new WebhookClient(
            new WebhookSettings(Duration.ofSeconds(1), LIMIT, 2000), destinations, InstantSource.system());

    @AfterEach
    void stop() {
        client.destroy();
    }

    static Stream<Arguments> endlessBodies() throws IOException {
        return Stream.of(
                Arguments.of("no length", Answer.pieces(0, HEAD + "\r\n").thenForEver(MUCH)),
                Arguments.of(
                        "HTTP 1.0", Answer.pieces(0, "HTTP/1.0 200 OK\r\n\r\n").thenForEver(MUCH)),
                Arguments.of(
                        "a length of a terabyte",
                        Answer.pieces(0, HEAD + "Content-Length: 1000000000000\r\n\r\n")
                                .thenForEver(MUCH)),
                Arguments.of("large chunks", Answer.pieces(0, CHUNKED).thenForEver("2000\r\n" + MUCH + "\r\n")),
                Arguments.of("small chunks", Answer.pieces(0, CHUNKED).thenForEver("1\r\nx\r\n".repeat(1000))),
                Arguments.of(
                        "a chunk's extension", Answer.pieces(0, CHUNKED + "1;").thenForEver(MUCH)),
                Arguments.of(
                        "chunks with extensions",
                        Answer.pieces(0, CHUNKED).thenForEver("1;" + "x".repeat(3000) + "\r\nx\r\n")),
                Arguments.of(
                        "trailers", Answer.pieces(0, CHUNKED + "0\r\n").thenForEver("X: " + "y".repeat(500) + "\r\n")),
                Arguments.of(
                        "answers to nothing",
                        Answer.pieces(0, HEAD + "Content-Length: 0\r\n\r\n")
                                .thenForEver(HEAD + "Content-Length: 0\r\n\r\n")),
                Arguments.of(
                        "compressed zeros",
                        Answer.pieces(0, HEAD + "Content-Encoding: gzip\r\n\r\n")
                                .thenForEver(compressedZeros())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endlessBodies")
    void stopsReadingAnEndlessBodyAndTakesTheStatus(String of, Answer answer) throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(answer)) {
            assertThat(send(receiver)).isInstanceOf(Outcome.Delivered.class);

            assertThat(receiver.posts()).hasSize(1);
            assertHungUpBeforeMuchWasWritten(receiver);
        }
    }

    static Stream<Arguments> endlessHeads() {
        return Stream.of(
                Arguments.of("status line", Answer.pieces(0, HEAD.strip()).thenForEver(MUCH)),
                Arguments.of("header", Answer.pieces(0, HEAD + "X: ").thenForEver(MUCH)),
                Arguments.of("headers", Answer.pieces(0, HEAD).thenForEver("X: " + "y".repeat(100) + "\r\n")),
                Arguments.of("interim answers", Answer.pieces(0).thenForEver("HTTP/1.1 103 Early Hints\r\n\r\n")),
                Arguments.of("continuing", Answer.pieces(0).thenForEver("HTTP/1.1 100 Continue\r\n\r\n")),
                Arguments.of("blank lines", Answer.pieces(0).thenForEver("\r\n".repeat(1000))),
                Arguments.of("nonsense", Answer.pieces(0).thenForEver(MUCH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endlessHeads")
    void stopsReadingAnEndlessHead(String of, Answer answer) throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(answer)) {
            assertThat(send(receiver)).isInstanceOf(Outcome.Unreachable.class);

            assertHungUpBeforeMuchWasWritten(receiver);
        }
    }

    static Stream<Arguments> silence() {
        return Stream.of(
                Arguments.of("says nothing", Answer.pieces(0).thenNothing()),
                Arguments.of(
                        "stops within its head",
                        Answer.pieces(0, HEAD + "Content-Le").thenNothing()),
                Arguments.of(
                        "stops after an interim answer",
                        Answer.pieces(0, "HTTP/1.1 100 Continue\r\n\r\n").thenNothing()),
                Arguments.of("drips its head", Answer.pieces(0, HEAD + "X: ").thenDripping(20, "y")),
                Arguments.of("hangs up", Answer.pieces(0).thenClose()),
                Arguments.of(
                        "hangs up within its head",
                        Answer.pieces(0, HEAD + "Content-Le").thenClose()),
                Arguments.of("resets", (Answer) SocketReceiver.Connection::reset),
                Arguments.of(
                        "speaks no HTTP",
                        Answer.pieces(0, "220 mail.example ESMTP\r\n").thenNothing()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silence")
    void endsInTimeWhereNoHeadComes(String who, Answer answer) throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(answer)) {
            assertThat(send(receiver))
                    .isInstanceOfSatisfying(Outcome.Unreachable.class, outcome -> assertThat(outcome.reason())
                            .endsWith("."));
            assertHungUp(receiver);
        }
    }

    @Test
    void endsInTimeWhereTheRequestIsNotRead() throws Exception {
        try (SocketReceiver receiver = new SocketReceiver(connection -> connection.pause(60_000))) {
            assertThat(client.send(message(receiver.url("/in"), "\"" + "x".repeat(16 * 1024 * 1024) + "\"")))
                    .isInstanceOf(Outcome.Unreachable.class);
        }
    }

    @Test
    void takesAStatusThatIsFinalThoughItIsInformational() throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(
                Answer.pieces(0, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: upgrade\r\n\r\n")
                        .thenForEver(MUCH))) {
            assertThat(send(receiver)).isInstanceOf(Outcome.Rejected.class);
            assertHungUpBeforeMuchWasWritten(receiver);
        }
    }

    static Stream<Arguments> notQuiteTls() {
        return Stream.of(
                Arguments.of("silent", (Behaviour) SocketReceiver.Connection::awaitHangUp),
                Arguments.of("plain HTTP", (Behaviour) connection -> {
                    connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
                    connection.awaitHangUp();
                }),
                Arguments.of("hanging up", (Behaviour) SocketReceiver.Connection::end),
                Arguments.of("resetting", (Behaviour) SocketReceiver.Connection::reset),
                Arguments.of("endless records", (Behaviour) connection -> {
                    while (true) {
                        connection.send("\u0016\u0003\u0003\u0000\u0004\u0002\u00ff\u00ff\u00ff");
                    }
                }),
                Arguments.of("dripping", (Behaviour) connection -> {
                    connection.send("\u0016\u0003\u0003\u0010\u0000");
                    while (true) {
                        connection.pause(20);
                        connection.send("\u0002");
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notQuiteTls")
    void endsInTimeWhereTlsComesToNothing(String how, Behaviour behaviour) throws Exception {
        try (SocketReceiver receiver = new SocketReceiver(behaviour)) {
            assertThat(client.send(message(receiver.url("/in").replace("http:", "https:"), "{}")))
                    .isInstanceOf(Outcome.Unreachable.class);
            assertHungUpBeforeMuchWasWritten(receiver);
        }
    }

    @Test
    void refusesACertificateNobodyVouchesFor(@TempDir Path directory) throws Exception {
        // a first handshake takes its time on a busy machine, and only its end tells
        Duration patience = Duration.ofSeconds(30);
        WebhookClient patient =
                new WebhookClient(new WebhookSettings(patience, patience, 2000), destinations, InstantSource.system());
        try (SelfSignedReceiver receiver = SelfSignedReceiver.start(directory)) {
            assertThat(patient.send(message(receiver.url(), "{}")))
                    .isInstanceOfSatisfying(Outcome.Unreachable.class, outcome -> assertThat(outcome.reason())
                            .contains("certif"));
        } finally {
            patient.destroy();
        }
    }

    @Test
    void servesAHostAgainAfterItLeftManyAttemptsHanging() throws Exception {
        try (SocketReceiver receiver =
                SocketReceiver.answering(Answer.pieces(0, HEAD + "\r\nfine").thenNothing())) {
            List<Future<Outcome>> first = sendAtOnce(60, _ -> receiver.url("/in"));
            for (Future<Outcome> outcome : first) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Delivered.class);
            }
            assertThat(send(receiver)).isInstanceOf(Outcome.Delivered.class);
            assertHungUp(receiver);
        }
    }

    @Test
    void looksNamesUpWhileManyNameServersAreSilent() throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(Answer.pieces(0, HEAD + "Content-Length: 0\r\n\r\n"))) {
            for (int i = 0; i < 100; i++) {
                names.hang("dead" + i + ".example");
            }
            names.put("hook.example", "127.0.0.1");
            List<Future<Outcome>> dead = sendAtOnce(200, i -> "http://dead" + i % 100 + ".example/");
            await().until(() -> names.hanging() == 100);

            assertThat(client.send(message(receiver.url("/in").replace("127.0.0.1", "hook.example"), "{}")))
                    .isInstanceOf(Outcome.Delivered.class);
            for (Future<Outcome> outcome : dead) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Unreachable.class);
            }
        } finally {
            names.release();
        }
    }

    @Test
    void sendsNothingOnceTheAttemptHasEnded() throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(Answer.pieces(0, HEAD + "Content-Length: 0\r\n\r\n"))) {
            names.hang("late.example");
            assertThat(client.send(message(receiver.url("/in").replace("127.0.0.1", "late.example"), "{}")))
                    .isInstanceOf(Outcome.Unreachable.class);

            names.put("late.example", "127.0.0.1");
            names.release();

            await().until(() -> receiver.connections() == 1);
            assertHungUp(receiver);
            assertThat(receiver.posts()).isEmpty();
        }
    }

    private Outcome send(SocketReceiver receiver) throws InterruptedException {
        return client.send(message(receiver.url("/in"), "{}"));
    }

    private List<Future<Outcome>> sendAtOnce(int times, java.util.function.IntFunction<String> url) {
        List<Future<Outcome>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                String to = url.apply(i);
                sent.add(threads.submit(() -> client.send(message(to, "{}"))));
            }
            threads.shutdown();
            return sent;
        }
    }

    private WebhookMessage message(String url, String body) {
        return new WebhookMessage(
                DeliveryId.derive("test"), destinations.parse(url), body, List.of(SigningSecret.draw()));
    }

    private static void assertHungUp(SocketReceiver receiver) {
        await().atMost(Duration.ofSeconds(15)).until(() -> receiver.open() == 0);
    }

    private static void assertHungUpBeforeMuchWasWritten(SocketReceiver receiver) {
        assertHungUp(receiver);
        assertThat(receiver.written()).isLessThan(MAX_WRITTEN);
    }

    private static String compressedZeros() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(compressed)) {
            zip.write(new byte[8 * 1024 * 1024]);
        }
        return compressed.toString(StandardCharsets.ISO_8859_1);
    }
}
