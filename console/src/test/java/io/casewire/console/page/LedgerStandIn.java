package io.casewire.console.page;

import com.sun.net.httpserver.HttpExchange;
import io.casewire.console.Backend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One line of the ledger that keeps its steps, as replication-service answers in shape; its data are invented. */
final class LedgerStandIn {
    static final String TITLE = "口岸样例事项“一单到底”";
    static final String LINE = "obl-aaaaaaaaaaaaaaaaaaaaaaaaa1";
    /** Of the file that is attached. */
    static final String SHA256 = "ab".repeat(32);

    static final String API = "/api/replication/v1";

    private static final ObjectMapper JSON = JsonMapper.shared();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private ObjectNode line = fresh(TITLE);

    private static ObjectNode fresh(String title) {
        ObjectNode line = (ObjectNode) JSON.readTree(Services.resource("obligation"));
        return line.put("id", LINE).put("caseId", Services.CASE).put("caseTitle", title);
    }

    void standIn(Backend backend) {
        backend.on(API + "/obligations", this::obligations)
                .on(API + "/ledger/import", this::imported)
                .on(API + "/ledger/export", this::exported)
                .on(API + "/statistics", LedgerStandIn::statistics)
                .json(API + "/matrix", Services.resource("matrix"))
                .json(API + "/plans", Services.resource("plans"))
                .json(API + "/plans/", Services.resource("plan"))
                .json(API + "/tasks", Services.resource("tasks"))
                .json(API + "/tasks/", Services.resource("progress"))
                .json(API + "/adoption/curve", Services.resource("curve"))
                .json(API + "/regions/comparison", Services.resource("comparison"))
                .json(API + "/regions/430000/gaps", Services.resource("gaps"));
    }

    /** Back to the start, with that title. */
    synchronized void restart(String title) {
        line = fresh(title);
        asked.clear();
        sent.clear();
    }

    /** A step of somebody else, past the page. */
    synchronized void step(String to, String actor, String explanation) {
        ObjectNode step = JSON.createObjectNode()
                .put("from", line.path("status").asString())
                .put("to", to)
                .put("actor", actor)
                .put("at", "2026-11-30T02:00:00Z")
                .put("explanation", explanation);
        step.putArray("evidence");
        long revision = line.path("revision").asLong() + 1;
        ((ArrayNode) line.path("steps")).add(step.put("revision", revision));
        line.put("status", to).put("revision", revision);
    }

    synchronized String status() {
        return line.path("status").asString();
    }

    /** Queries of the list, as they came. */
    List<String> asked() {
        return asked;
    }

    /** Bodies that asked for a change. */
    List<String> sent() {
        return sent;
    }

    private synchronized void obligations(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(API + "/obligations/transitions")) {
            bulk(exchange);
        } else if (path.endsWith("/transitions")) {
            move(exchange);
        } else if (path.contains("/attachments")) {
            attachments(exchange, path);
        } else if (path.endsWith(LINE)) {
            json(exchange, 200, line.toString());
        } else if (path.endsWith("/obligations")) {
            asked.add(Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
            ObjectNode brief = line.deepCopy();
            brief.remove(List.of("steps", "notes"));
            json(
                    exchange,
                    200,
                    JSON.createObjectNode()
                            .set("items", JSON.createArrayNode().add(brief))
                            .toString());
        } else {
            json(exchange, 404, "{\"status\":404}");
        }
    }

    /** Takes a file by what stands in the form, and the first one of a name only. */
    private void attachments(HttpExchange exchange, String path) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders()
                    .set("Content-Disposition", "attachment; filename*=UTF-8''%E6%96%B9%E6%A1%88.pdf");
            Backend.answer(exchange, 200, "application/pdf", "the file of " + path);
            return;
        }
        if (body.contains("程序.exe")) {
            problem(exchange, 415, "file-type-not-taken", "文件“程序.exe”不能作为附件。");
            return;
        }
        boolean removal = exchange.getRequestMethod().equals("DELETE");
        sent.add(exchange.getRequestMethod() + " attachment "
                + Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
        long revision = line.path("revision").asLong() + 1;
        ObjectNode file = JSON.createObjectNode()
                .put("act", removal ? "REMOVED" : "ADDED")
                .put("sha256", SHA256)
                .put("name", "方案.pdf")
                .put("type", "application/pdf")
                .put("size", 2048)
                .put("actor", "李明")
                .put("at", "2026-11-30T03:00:00Z")
                .put("revision", revision);
        if (removal) {
            file.put("reason", "传错了");
        }
        line.withArray("attachments").add(file);
        line.put("revision", revision);
        json(exchange, removal ? 200 : 201, line.toString());
    }

    /** Takes the step of the one line, and of any other that is named nothing. */
    private void bulk(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        ObjectNode body = (ObjectNode)
                JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        sent.add("bulk " + query);
        boolean dryRun = query.contains("dryRun=true");
        String to = body.path("steps").path(0).path("to").asString();
        if (!dryRun) {
            step(to, "李明", "批量");
        }
        ObjectNode answer = JSON.createObjectNode()
                .put("dryRun", dryRun)
                .put("taken", dryRun ? 0 : 1)
                .put("wouldBeTaken", dryRun ? 1 : 0)
                .put("refused", 0)
                .put("notTried", 0);
        answer.putArray("results")
                .addObject()
                .put("id", LINE)
                .put("result", dryRun ? "WOULD_BE_TAKEN" : "TAKEN")
                .put("revision", line.path("revision").asLong() + (dryRun ? 1 : 0))
                .put("status", to);
        json(exchange, 200, answer.toString());
    }

    private void move(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        sent.add(body);
        String expected = exchange.getRequestHeaders().getFirst("If-Match");
        if (!("\"" + line.path("revision").asLong() + "\"").equals(expected)
                || exchange.getRequestHeaders().getFirst("Idempotency-Key") == null) {
            problem(exchange, 412, "revision-outdated", "");
            return;
        }
        ObjectNode asked = (ObjectNode) JSON.readTree(body);
        step(
                asked.path("to").asString(),
                "李明",
                asked.path("explanation").asString(asked.path("reason").asString("")));
        ((ObjectNode) line.path("steps").path(line.path("steps").size() - 1))
                .set("evidence", asked.path("evidence").isArray() ? asked.path("evidence") : JSON.createArrayNode());
        json(exchange, 200, line.toString());
    }

    private void exported(HttpExchange exchange) throws IOException {
        asked.add(Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"ledger.xlsx\"");
        Backend.answer(exchange, 200, "application/octet-stream", "a table");
    }

    private void imported(HttpExchange exchange) throws IOException {
        sent.add(Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
        exchange.getRequestBody().readAllBytes();
        boolean partial = sent.getLast().contains("partial=true");
        json(
                exchange,
                200,
                "{\"rows\":5,\"unchanged\":1,\"passedOver\":0,\"changed\":3,\"applied\":" + (partial ? 3 : 0)
                        + ",\"failed\":1,\"dryRun\":" + !partial
                        + ",\"changes\":[{\"sheet\":\"台账\",\"row\":4,\"id\":\"" + LINE
                        + "\",\"from\":\"NOT_STARTED\",\"to\":\"IN_PROGRESS\",\"columns\":[\"备注\"]}],\"changesUntold\":2,\"errors\":[{\"sheet\":\"台账\",\"row\":7,\"column\":\"进度(%)\",\"code\":\"not-a-percent\",\"message\":"
                        + "\"第7行 “进度(%)”：“<b>一半</b>”不是 0 到 100 的整数。\",\"id\":\"" + LINE + "\"}],\"errorsUntold\":0,"
                        + "\"warnings\":[],\"warningsUntold\":0,\"ignoredColumns\":[\"内部编号\"],\"ignoredSheets\":[]}");
    }

    private static void statistics(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        String answer = query.contains("by=level")
                ? "statistics-by-level"
                : query.contains("by=")
                        ? "statistics-by-domain"
                        : query.contains("strength=") ? "statistics-regions" : "statistics";
        json(exchange, 200, Services.resource(answer));
    }

    private static void problem(HttpExchange exchange, int status, String slug, String detail) throws IOException {
        Backend.answer(
                exchange,
                status,
                "application/problem+json",
                JSON.createObjectNode()
                        .put("type", "urn:casewire:problem:" + slug)
                        .put("status", status)
                        .put("rule", slug)
                        .put("detail", detail)
                        .toString());
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        Backend.answer(exchange, status, "application/json", body);
    }
}
