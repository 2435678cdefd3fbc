package io.casewire.notify.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.notify.SocketReceiver;
import io.casewire.notify.SocketReceiver.Answer;
import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.destination.FixedNames;
import io.casewire.notify.subscription.SigningSecret;
import io.casewire.outbound.destination.Destinations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer counts, whatever the pieces it comes in and whatever becomes of its body. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebhookAnswersTests {
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    private final Destinations destinations = new FixedNames().destinations("127.0.0.1/32");
    private final WebhookClient client = new WebhookClient(
            new WebhookSettings(Duration.ofSeconds(2), Duration.ofSeconds(3), 2000),
            destinations,
            InstantSource.system());

    @AfterEach
    void stop() {
        client.destroy();
    }

    static Stream<Arguments> wholeAnswers() {
        Stream.Builder<Arguments> all = Stream.builder();
        all.add(Arguments.of("in one write", Answer.pieces(0, HEAD + "Content-Length: 4\r\n\r\nfine")));
        for (long late : List.of(0, 1, 5, 30, 50)) {
            String when = " " + late + " ms late";
            all.add(Arguments.of("body" + when, Answer.pieces(late, HEAD + "Content-Length: 4\r\n\r\n", "fine")));
            all.add(Arguments.of(
                    "body in two" + when, Answer.pieces(late, HEAD + "Content-Length: 4\r\n\r\n", "fi", "ne")));
            all.add(Arguments.of(
                    "head in two" + when, Answer.pieces(late, "HTTP/1.1 2", "00 OK\r\nContent-Length: 4\r\n\r\nfine")));
            all.add(Arguments.of(
                    "chunks" + when, Answer.pieces(late, CHUNKED, "2\r\nfi\r\n", "2\r\nne\r\n", "0\r\n\r\n")));
            all.add(Arguments.of("end of chunks" + when, Answer.pieces(late, CHUNKED + "4\r\nfine\r\n", "0\r\n\r\n")));
            all.add(Arguments.of(
                    "ended by close, body" + when,
                    Answer.pieces(late, HEAD + "\r\n", "fine").thenClose()));
            all.add(Arguments.of(
                    "ended by close" + when,
                    Answer.pieces(late, HEAD + "Connection: close\r\n\r\nfine", "")
                            .thenClose()));
            all.add(Arguments.of(
                    "of HTTP 1.0, body" + when,
                    Answer.pieces(late, "HTTP/1.0 200 OK\r\n\r\n", "fine").thenClose()));
            all.add(Arguments.of(
                    "after interim answers" + when,
                    Answer.pieces(
                            late,
                            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n",
                            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
                            HEAD + "Content-Length: 4\r\n\r\n",
                            "fine")));
        }
        return all.build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeAnswers")
    void countsInWhateverPiecesItComes(String how, Answer answer) throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(answer)) {
            // more than the client keeps connections to one host, so that one that is never given back shows
            for (int i = 0; i < 3; i++) {
                assertThat(client.send(message(receiver, "{}"))).isEqualTo(new Outcome.Delivered(200, "fine"));
            }
            assertThat(receiver.posts()).hasSize(3);
        }
    }

    @Test
    void countsWithoutABody() throws Exception {
        for (String answer : List.of(
                "HTTP/1.1 204 No Content\r\n\r\n",
                HEAD + "Content-Length: 0\r\n\r\n",
                CHUNKED + "0\r\n\r\n",
                "HTTP/1.1 204\r\n\r\n")) {
            try (SocketReceiver receiver = SocketReceiver.answering(Answer.pieces(0, answer))) {
                assertThat(client.send(message(receiver, "{}")))
                        .isInstanceOfSatisfying(Outcome.Delivered.class, delivered -> assertThat(delivered.excerpt())
                                .isEmpty());
            }
        }
    }

    static Stream<Arguments> unfinishedAnswers() {
        String length = HEAD + "Content-Length: 1000000\r\n\r\n";
        return Stream.of(
                Arguments.of("body never comes", Answer.pieces(0, length).thenNothing()),
                Arguments.of("body stops", Answer.pieces(0, length + "fine").thenNothing()),
                Arguments.of(
                        "chunks stop",
                        Answer.pieces(0, CHUNKED + "4\r\nfine\r\n").thenNothing()),
                Arguments.of(
                        "close never comes", Answer.pieces(0, HEAD + "\r\nfine").thenNothing()),
                Arguments.of("drips", Answer.pieces(0, length).thenDripping(50, "x")),
                Arguments.of("drips chunks", Answer.pieces(0, CHUNKED).thenDripping(50, "1\r\nx\r\n")),
                Arguments.of(
                        "drips without length", Answer.pieces(0, HEAD + "\r\n").thenDripping(50, "x")),
                Arguments.of("ends too soon", Answer.pieces(5, length, "fine").thenClose()),
                Arguments.of(
                        "chunks end too soon",
                        Answer.pieces(5, CHUNKED, "9\r\nfine").thenClose()),
                Arguments.of(
                        "chunks are none",
                        Answer.pieces(5, CHUNKED, "no chunk\r\n").thenNothing()),
                Arguments.of("is reset", (Answer) connection -> {
                    connection.send(length + "fine");
                    connection.pause(20);
                    connection.reset();
                }),
                Arguments.of("is reset before its body", (Answer) connection -> {
                    connection.send(length);
                    connection.pause(20);
                    connection.reset();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfinishedAnswers")
    void countsThoughItsBodyDoesNotEnd(String how, Answer answer) throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(answer)) {
            assertThat(client.send(message(receiver, "{}"))).isInstanceOf(Outcome.Delivered.class);
            assertThat(receiver.posts()).hasSize(1);
        }
    }

    @Test
    void isShownUpToTwoKilobytes() throws Exception {
        String body = "0123456789".repeat(3000);
        try (SocketReceiver receiver = SocketReceiver.answering(Answer.pieces(
                5, HEAD + "Content-Length: 30000\r\n\r\n", body.substring(0, 1500), body.substring(1500)))) {
            int sent = 10;
            for (int i = 0; i < sent; i++) {
                assertThat(client.send(message(receiver, "{}")))
                        .isEqualTo(new Outcome.Delivered(200, body.substring(0, 2048)));
            }
            // the next message may begin before a connection is back
            assertThat(receiver.connections()).as("connections are used again").isLessThan(sent);
        }
    }

    @Test
    void isReadThoughTheRequestWasNot() throws Exception {
        String large = "\"" + "x".repeat(8 * 1024 * 1024) + "\"";
        try (SocketReceiver receiver = new SocketReceiver(connection -> {
            connection.head();
            connection.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
            connection.pause(60_000);
        })) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.send(message(receiver, large))).isEqualTo(new Outcome.Rejected(413, "big", null));
            }
            assertThat(receiver.connections())
                    .as("what is still being written to is not used again")
                    .isEqualTo(2);
        }
    }

    @Test
    void isNotTakenFromWhatWasSentBeforeTheRequest() throws Exception {
        try (SocketReceiver receiver = SocketReceiver.answering(connection -> {
            connection.send(HEAD + "Content-Length: 3\r\n\r\none");
            connection.pause(50);
            connection.send(HEAD + "Content-Length: 6\r\n\r\nforged");
        })) {
            assertThat(client.send(message(receiver, "{}"))).isEqualTo(new Outcome.Delivered(200, "one"));
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(client.send(message(receiver, "{}"))).isEqualTo(new Outcome.Delivered(200, "one"));
            assertThat(receiver.posts()).hasSize(2);
        }
    }

    private WebhookMessage message(SocketReceiver receiver, String body) {
        return new WebhookMessage(
                DeliveryId.derive("test"),
                destinations.parse(receiver.url("/in")),
                body,
                List.of(SigningSecret.draw()));
    }
}
