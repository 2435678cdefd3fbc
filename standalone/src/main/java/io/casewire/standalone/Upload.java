package io.casewire.standalone;

import io.casewire.standalone.Api.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Brings documents into a running instance and follows each until nothing more happens to it. */
final class Upload {
    private static final String DOCUMENTS = "/api/ingest/v1/documents";
    private static final List<String> FINAL_STATES = List.of("PUBLISHED", "REJECTED", "FAILED");
    private static final int REFUSED = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration ASKS_EVERY = Duration.ofMillis(200);
    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(10);

    private final Api ingest;
    private final boolean backfill;
    private final PrintStream out;

    Upload(Api ingest, boolean backfill, PrintStream out) {
        this.ingest = ingest;
        this.backfill = backfill;
        this.out = out;
    }

    /**
     * What became of the files.
     *
     * @param published that were published, now or earlier
     * @param failed that could not be uploaded, read or published; each was named on the terminal
     */
    record Outcome(int published, int failed) {}

    Outcome run(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Answer> answers = new LinkedHashMap<>();
        for (Path file : files) {
            answers.put(file, send(file));
        }
        int published = 0;
        for (Map.Entry<Path, Answer> entry : answers.entrySet()) {
            if (follow(entry.getKey(), entry.getValue())) {
                published++;
            }
        }
        return new Outcome(published, files.size() - published);
    }

    private Answer send(Path file) throws IOException, InterruptedException {
        String path = DOCUMENTS + "?name="
                + URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8) + "&backfill=" + backfill;
        long end = System.nanoTime() + GIVES_UP_AFTER.toNanos();
        while (true) {
            Answer answer = ingest.upload(path, BodyPublishers.ofFile(file));
            boolean busy = answer.status() == TOO_MANY_REQUESTS || answer.status() == UNAVAILABLE;
            if (!busy || System.nanoTime() > end) {
                return answer;
            }
            Thread.sleep(Duration.ofSeconds(Math.clamp(answer.retryAfterSeconds(), 1, 30)));
        }
    }

    private boolean follow(Path file, Answer uploaded) throws IOException, InterruptedException {
        if (uploaded.status() >= REFUSED) {
            out.printf("  %-40s refused: %s%n", file.getFileName(), uploaded.problem());
            return false;
        }
        JsonNode document = untilFinal(uploaded.body());
        out.printf("  %-40s %s%n", file.getFileName(), told(document));
        return document.path("state").asString("").equals("PUBLISHED");
    }

    private JsonNode untilFinal(JsonNode uploaded) throws IOException, InterruptedException {
        JsonNode document = uploaded;
        long end = System.nanoTime() + GIVES_UP_AFTER.toNanos();
        while (!FINAL_STATES.contains(document.path("state").asString("")) && System.nanoTime() < end) {
            Thread.sleep(ASKS_EVERY);
            Answer answer = ingest.get(DOCUMENTS + "/" + document.path("id").asString(""));
            if (answer.ok()) {
                document = answer.body();
            }
        }
        return document;
    }

    private static String told(JsonNode document) {
        String refusal = document.path("refusal").path("reason").asString("");
        String state = document.path("state").asString("").toLowerCase(java.util.Locale.ROOT);
        return refusal.isEmpty()
                ? state + ": " + counts(document.path("counts")) + changes(document)
                : state + ": " + refusal;
    }

    private static String counts(JsonNode counts) {
        List<String> parts = new ArrayList<>();
        for (String kind : List.of("cases", "tasks", "adoptions", "milestones", "indicators")) {
            int count = counts.path(kind).asInt(0);
            if (count > 0) {
                parts.add(count + " " + (count == 1 ? kind.substring(0, kind.length() - 1) : kind));
            }
        }
        return parts.isEmpty() ? "no records" : String.join(", ", parts);
    }

    private static String changes(JsonNode document) {
        JsonNode changes = document.path("changes");
        return changes.isMissingNode() || changes.isNull() ? "" : " " + changes;
    }
}
