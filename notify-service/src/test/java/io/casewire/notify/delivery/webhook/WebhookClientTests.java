package io.casewire.notify.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.notify.Receiver;
import io.casewire.notify.Receiver.Answer;
import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.destination.FixedNames;
import io.casewire.notify.subscription.SigningSecret;
import io.casewire.outbound.destination.Destinations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against receivers on the loopback interface, which alone is allowed; names come from a fixed table. */
class WebhookClientTests {
    private final FixedNames names = new FixedNames();
    private final Destinations destinations = names.destinations("127.0.0.1/32");
    private WebhookClient client;
    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        client = client(2000);
    }

    @AfterEach
    void stop() {
        client.destroy();
        receiver.close();
    }

    @Test
    void connectsToTheAddressTheGuardChecked() throws Exception {
        names.put("hook.example", "127.0.0.1");

        assertThat(client.send(message(receiver.url("/in").replace("127.0.0.1", "hook.example"))))
                .isEqualTo(new Outcome.Delivered(204, ""));
        assertThat(receiver.posts("/in")).singleElement().satisfies(post -> assertThat(post.header("host"))
                .startsWith("hook.example:"));
    }

    @Test
    void asksTheGuardAtEveryConnection() throws Exception {
        names.put("hook.example", "127.0.0.1");
        String url = receiver.url("/in").replace("127.0.0.1", "hook.example");
        receiver.answer("/in", (exchange, _) -> {
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, -1);
        });
        client.send(message(url));
        names.put("hook.example", "127.0.0.2");

        assertThat(client.send(message(url))).isInstanceOf(Outcome.Blocked.class);
        assertThat(receiver.posts("/in")).hasSize(1);
    }

    @Test
    void asksTheGuardForLiteralsToo() throws Exception {
        assertThat(client.send(message(receiver.url("/in").replace("127.0.0.1", "127.0.0.2"))))
                .isInstanceOf(Outcome.Blocked.class);
    }

    @Test
    void passesByAProxyThatIsSetForTheWholeProcess() throws Exception {
        try (Receiver proxy = new Receiver()) {
            String port = proxy.url("").replaceAll(".*:", "");
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", port);
            System.setProperty("http.nonProxyHosts", "");
            try (var fresh = new Closing(client(2000))) {
                assertThat(fresh.client().send(message(receiver.url("/in")))).isEqualTo(new Outcome.Delivered(204, ""));
            } finally {
                System.clearProperty("http.proxyHost");
                System.clearProperty("http.proxyPort");
                System.clearProperty("http.nonProxyHosts");
            }
            assertThat(proxy.posts("/in")).isEmpty();
        }
    }

    @Test
    void tellsAnUnknownNameFromARefusedConnection() throws Exception {
        assertThat(client.send(message("http://nobody.example/")))
                .isEqualTo(new Outcome.Unreachable("The host name is not known to the name servers."));
        String closed = receiver.url("/in");
        receiver.close();
        assertThat(client.send(message(closed))).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void givesUpOnAReceiverThatDoesNotAnswer() throws Exception {
        receiver.answer("/hang", (_, _) -> Thread.sleep(30_000));
        long began = System.nanoTime();

        assertThat(client.send(message(receiver.url("/hang")))).isInstanceOf(Outcome.Unreachable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void tellsRefusalsAndGone() throws Exception {
        receiver.answer("/gone", Answer.status(410));
        receiver.answer("/busy", (exchange, _) -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(client.send(message(receiver.url("/gone")))).isEqualTo(new Outcome.Gone(""));
        assertThat(client.send(message(receiver.url("/busy"))))
                .isEqualTo(new Outcome.Rejected(503, "", Duration.ofMinutes(2)));
    }

    @Test
    void goesOnWhileClientsAreReplaced() throws Exception {
        try (var small = new Closing(client(1))) {
            for (int i = 0; i < 5; i++) {
                names.put("hook" + i + ".example", "127.0.0.1");
                String url = receiver.url("/in").replace("127.0.0.1", "hook" + i + ".example");
                assertThat(small.client().send(message(url))).isEqualTo(new Outcome.Delivered(204, ""));
            }
        }
        assertThat(receiver.posts("/in")).hasSize(5);
    }

    private WebhookClient client(int hosts) {
        return new WebhookClient(
                new WebhookSettings(Duration.ofSeconds(2), Duration.ofSeconds(3), hosts),
                destinations,
                InstantSource.system());
    }

    private WebhookMessage message(String url) {
        return new WebhookMessage(
                DeliveryId.derive("test"), destinations.parse(url), "{}", List.of(SigningSecret.draw()));
    }

    private record Closing(WebhookClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.destroy();
        }
    }
}
