package io.casewire.console.page;

import com.sun.net.httpserver.HttpExchange;
import io.casewire.console.Backend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dead letters of replication, one with hostile text and one without content, and how far listeners have come. */
final class LettersStandIn {
    private static final String PATH = "/api/replication/v1/";
    private static final String LETTERS = PATH + "dead-letters";

    /** Method, path and body of every change that was asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile boolean handled;
    private volatile boolean mended;

    LettersStandIn(Backend backend) {
        backend.on(LETTERS, this::handle)
                .json(PATH + "consumer-groups", "{\"items\":[" + progress(0, 7, 9) + ',' + progress(1, 3, 3) + "]}")
                .json("/api/catalog/v1/dead-letters", "{\"items\":[]}")
                .json("/api/catalog/v1/consumer-groups", "{\"items\":[]}")
                .json("/api/notify/v1/dead-letters", "{\"items\":[]}");
    }

    void reset() {
        asked.clear();
        handled = false;
        mended = false;
    }

    /** From now on the listener handles what it is given. */
    void mend() {
        mended = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            asked.add(path + ' ' + body);
            handled = mended;
            json(exchange, path.equals(LETTERS + "/replay") ? all(body) : replay());
        } else if (path.equals(LETTERS)) {
            json(exchange, "{\"items\":[" + letter(17, true) + ',' + letter(18, false) + "]}");
        } else {
            json(
                    exchange,
                    "{\"letter\":" + letter(path.endsWith("/18") ? 18 : 17, !path.endsWith("/18"))
                            + ",\"headers\":[{\"name\":\"ce_id\",\"value\":{\"text\":\"task-1@2\",\"truncated\":false}}],"
                            + "\"value\":{\"text\":\"{\\\"title\\\":\\\"<script>alert(3)</script>\\\"}\",\"truncated\":false},"
                            + "\"replays\":[" + (asked.isEmpty() ? "" : replay()) + "]}");
        }
    }

    private String all(String body) {
        String failed = mended ? "" : letter(17, true);
        return body.contains("cursor")
                ? "{\"handled\":0,\"skipped\":1,\"failed\":[]}"
                : "{\"handled\":" + (mended ? 1 : 0) + ",\"skipped\":0,\"failed\":[" + failed
                        + "],\"next\":\"bmV4dA\"}";
    }

    private String letter(int offset, boolean replayable) {
        return "{\"topic\":\"casewire.task-dlt\",\"partition\":0,\"offset\":" + offset
                + ",\"time\":\"2026-11-30T02:00:00Z\",\"group\":\"casewire-replication-tasks\","
                + "\"from\":{\"topic\":\"casewire.task\",\"partition\":0,\"offset\":4},"
                + "\"reason\":\"<img src=x onerror=alert(1)> 任务没有单位\","
                + "\"exception\":\"java.lang.IllegalStateException\",\"key\":\"task-1\","
                + "\"type\":\"casewire.task.published.v1\",\"size\":40,\"replayable\":" + replayable
                + (asked.isEmpty() || !replayable ? "" : ",\"replay\":" + replay()) + "}";
    }

    private String replay() {
        return "{\"at\":\"2026-12-01T02:00:00Z\",\"by\":\"李雷\",\"outcome\":\"" + (handled ? "HANDLED" : "FAILED") + "\""
                + (handled ? "" : ",\"detail\":\"任务没有单位\"") + "}";
    }

    private static String progress(int partition, int read, int end) {
        return "{\"group\":\"casewire-replication-tasks\",\"topic\":\"casewire.task\",\"partition\":" + partition
                + ",\"committedOffset\":" + read + ",\"endOffset\":" + end + ",\"lag\":" + (end - read) + "}";
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        Backend.answer(exchange, 200, "application/json", body);
    }
}
