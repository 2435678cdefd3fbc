package io.casewire.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.casewire.cli.connect.Refused;
import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.HistoryChain;
import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Against a server that pages as the ledger does. */
class VerificationTests {
    private static final String PATH = "/api/replication/v1/obligations";
    private static final int PAGE = 2;

    private final Map<String, ObjectNode> lines = new LinkedHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::answer);
        server.start();
        for (int i = 0; i < 5; i++) {
            ObligationId id = ObligationId.derive("verified", Integer.toString(i));
            lines.put(id.value(), line(id));
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aLedgerThatWasLeftAloneFits() throws Exception {
        Ended ended = verify();
        assertThat(ended.status()).isZero();
        assertThat(ended.said())
                .contains("5 lines, 10 steps, notes and files: all fit")
                .containsPattern("ends sha256:[0-9a-f]{64}");
        assertThat(verify()).isEqualTo(ended);
    }

    @Test
    void aStepThatWasChangedIsNamedWithItsLine() throws Exception {
        String whole = verify().said();
        ObjectNode damaged = List.copyOf(lines.values()).get(3);
        ((ObjectNode) damaged.path("steps").path(0)).put("actor", "somebody@else");
        Ended ended = verify();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said())
                .contains("BROKEN " + damaged.path("id").asString() + " 湖南省 “案例”")
                .contains("UNKNOWN → NOT_STARTED of revision 2")
                .contains("1 lines do not fit");
        assertThat(ended.said().lines().filter(line -> line.startsWith("BROKEN")))
                .hasSize(1);
        assertThat(whole).doesNotContain("BROKEN");
    }

    @Test
    void aStatusThatNoStepLedToIsNamed() throws Exception {
        List.copyOf(lines.values()).getFirst().put("status", "CLOSED");
        Ended ended = verify();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("its status is CLOSED, its steps lead to IN_PROGRESS");
    }

    @Test
    void whatIsCutOffAtTheEndChangesTheDigestOfTheEnds() throws Exception {
        String whole = verify().said();
        ObjectNode cut = List.copyOf(lines.values()).get(1);
        cut.withArray("steps").remove(1);
        cut.put("status", "NOT_STARTED");
        Ended ended = verify();
        assertThat(ended.status()).isZero();
        assertThat(ends(ended.said())).isNotEqualTo(ends(whole));
    }

    @Test
    void aTokenThatSeesOutlinesOnlyIsRefused() {
        List.copyOf(lines.values()).getFirst().put("outline", true);
        assertThatThrownBy(this::verify).isInstanceOf(Refused.class).hasMessageContaining("auditor");
    }

    private record Ended(int status, String said) {}

    private Ended verify() throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        int status = new Verification(new LedgerApi(address, "t"), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run();
        return new Ended(status, said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatWasRenamedIsNamedWithItsLine() throws Exception {
        ObjectNode line = List.copyOf(lines.values()).get(2);
        ObligationId id = new ObligationId(line.path("id").asString());
        Attachment file = new Attachment(
                Attachment.Act.ADDED,
                "a".repeat(64),
                "通知.pdf",
                null,
                "application/pdf",
                1200,
                "report@hunan",
                Instant.parse("2026-11-21T09:00:00Z"),
                null);
        String previous = line.path("steps").path(1).path("chain").asString();
        ObjectNode shown = WireJson.mapper().valueToTree(file);
        shown.put("revision", 4);
        shown.put("chain", HistoryChain.link(previous, id, 4, file));
        line.withArray("attachments").add(shown);
        assertThat(verify().said()).contains("5 lines, 11 steps, notes and files: all fit");
        shown.put("name", "通报.pdf");
        assertThat(verify().said())
                .contains("BROKEN " + id)
                .contains("the file “通报.pdf” attached in revision 4 by report@hunan");
    }

    private static String ends(String said) {
        return said.substring(said.indexOf("ends "));
    }

    private static ObjectNode line(ObligationId id) {
        ObjectNode line = WireJson.mapper().createObjectNode();
        line.put("id", id.value());
        line.put("regionName", "湖南省");
        line.put("caseTitle", "案例");
        line.put("status", "IN_PROGRESS");
        line.put("revision", 3);
        String previous = HistoryChain.START;
        List<Status> path = List.of(Status.UNKNOWN, Status.NOT_STARTED, Status.IN_PROGRESS);
        for (int i = 1; i < path.size(); i++) {
            Step step = new Step(
                    path.get(i - 1),
                    path.get(i),
                    null,
                    "report@hunan",
                    Instant.parse("2026-11-21T08:00:00Z"),
                    "做了",
                    null,
                    List.of());
            previous = HistoryChain.link(previous, id, i + 1, step);
            ObjectNode shown = WireJson.mapper().valueToTree(step);
            shown.put("revision", i + 1);
            shown.put("chain", previous);
            line.withArray("steps").add(shown);
        }
        return line;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            ObjectNode answer = path.equals(PATH)
                    ? page(String.valueOf(exchange.getRequestURI().getQuery()))
                    : lines.get(path.substring(PATH.length() + 1));
            byte[] body = WireJson.mapper().writeValueAsBytes(answer);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode page(String query) {
        int from = query.contains("cursor=") ? Integer.parseInt(query.substring(query.indexOf("cursor=") + 7)) : 0;
        List<ObjectNode> all = new ArrayList<>(lines.values());
        ObjectNode page = WireJson.mapper().createObjectNode();
        all.subList(from, Math.min(all.size(), from + PAGE)).forEach(page.withArray("items")::add);
        if (from + PAGE < all.size()) {
            page.put("next", Integer.toString(from + PAGE));
        }
        return page;
    }
}
