package io.casewire.cli.ledger;

import io.casewire.cli.connect.Refused;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The ledger as files, over HTTP. */
final class LedgerTables {
    private static final String LEDGER = "/api/replication/v1/ledger/";
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(15);
    private static final Duration TELLS_EVERY = Duration.ofSeconds(5);
    private static final int BUFFER = 64 * 1024;
    private static final double MEGABYTE = 1024 * 1024;
    private static final int OK = 200;
    private static final int FAILED = 1;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
    private final URI address;
    private final String token;
    private final PrintStream out;

    LedgerTables(URI address, String token, PrintStream out) {
        this.address = address;
        this.token = token;
        this.out = out;
    }

    /** Writes the file once it is whole. */
    void fetch(Map<String, String> query, Path file) throws IOException, InterruptedException {
        String asked = query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<InputStream> response =
                http.send(request("export?" + asked).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != OK) {
                throw new Refused(problem(response.statusCode(), json(body.readAllBytes())));
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            long size = copied(body, part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            out.printf("%s: %.1f MB%n", file, size / MEGABYTE);
        }
    }

    private long copied(InputStream body, Path part) throws IOException {
        long size = 0;
        long told = System.nanoTime();
        try (OutputStream to = Files.newOutputStream(part)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                to.write(buffer, 0, read);
                size += read;
                if (System.nanoTime() - told > TELLS_EVERY.toNanos()) {
                    told = System.nanoTime();
                    out.printf("  %.1f MB so far%n", size / MEGABYTE);
                }
            }
            return size;
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** The exit status. */
    int send(Path file, boolean dryRun, boolean partial) throws IOException, InterruptedException {
        HttpRequest request = request("import?dryRun=" + dryRun + "&partial=" + partial)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<byte[]> response = awaited(http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
        JsonNode body = json(response.body());
        JsonNode result = response.statusCode() == OK ? body : body.path("result");
        if (!result.has("rows")) {
            throw new Refused(problem(response.statusCode(), body));
        }
        tell(result);
        return result.path("failed").asInt() == 0 ? 0 : FAILED;
    }

    private HttpResponse<byte[]> awaited(CompletableFuture<HttpResponse<byte[]>> answer)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            try {
                return answer.get(TELLS_EVERY.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                out.printf(
                        "  being read, %d s so far%n",
                        Duration.ofNanos(System.nanoTime() - began).toSeconds());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
            }
        }
    }

    private void tell(JsonNode result) {
        listed("error", result.path("errors"), result.path("errorsUntold").asInt());
        listed("warning", result.path("warnings"), result.path("warningsUntold").asInt());
        if (result.path("dryRun").asBoolean()) {
            result.path("changes").forEach(this::wouldChange);
            more("change", result.path("changesUntold").asInt());
        }
        named("Columns that were not read", result.path("ignoredColumns"));
        named("Sheets that were not read", result.path("ignoredSheets"));
        out.printf(
                "%d rows: %d unchanged, %d without a line, %d with errors, %d to change, %d applied%s%n",
                result.path("rows").asInt(),
                result.path("unchanged").asInt(),
                result.path("passedOver").asInt(),
                result.path("failed").asInt(),
                result.path("changed").asInt(),
                result.path("applied").asInt(),
                result.path("dryRun").asBoolean() ? " (dry run)" : "");
    }

    private void listed(String kind, JsonNode problems, int untold) {
        for (JsonNode problem : problems) {
            String sheet = problem.path("sheet").asString("");
            out.printf(
                    "%s %s%s [%s]%n",
                    kind,
                    sheet.isEmpty() ? "" : "“" + sheet + "” ",
                    problem.path("message").asString(""),
                    problem.path("code").asString(""));
        }
        more(kind, untold);
    }

    private void more(String kind, int untold) {
        if (untold > 0) {
            out.printf("%s: %d more%n", kind, untold);
        }
    }

    private void wouldChange(JsonNode change) {
        out.printf(
                "change row %d %s: %s%s %s%n",
                change.path("row").asInt(),
                change.path("id").asString(""),
                change.path("from").asString(""),
                change.path("to").isString() ? " → " + change.path("to").asString() : "",
                change.path("columns")
                        .valueStream()
                        .map(name -> name.asString(""))
                        .collect(Collectors.joining(", ")));
    }

    private void named(String what, JsonNode names) {
        if (!names.isEmpty()) {
            out.printf(
                    "%s: %s%n",
                    what, names.valueStream().map(name -> name.asString("")).collect(Collectors.joining(", ")));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(LEDGER + path))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", "Bearer " + token);
    }

    private static String problem(int status, JsonNode body) {
        String detail = body.path("detail").asString("");
        return detail.isEmpty() ? "HTTP status " + status : detail;
    }

    private static JsonNode json(byte[] body) {
        try {
            return WireJson.mapper().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
