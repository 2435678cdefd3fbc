package io.casewire.standalone.remote;

import io.casewire.standalone.remote.Api.Answer;
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
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Brings documents into a running instance and follows each until nothing more happens to it. */
public final class Upload {
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

    public Upload(Api ingest, boolean backfill, PrintStream out) {
        this.ingest = ingest;
        this.backfill = backfill;
        this.out = out;
    }

    /**
     * What became of the files.
     *
     * @param published that were published, now or earlier
     * @param cases in those published, as counted when they were read
     * @param failed that could not be uploaded, read or published; each was named on the terminal
     */
    public record Outcome(int published, int cases, int failed) {}

    public Outcome run(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Answer> answers = new LinkedHashMap<>();
        for (Path file : files) {
            answers.put(file, send(file));
        }
        int published = 0;
        int cases = 0;
        for (Map.Entry<Path, Answer> entry : answers.entrySet()) {
            JsonNode document = follow(entry.getKey(), entry.getValue());
            if (document.path("state").asString("").equals("PUBLISHED")) {
                published++;
                cases += document.path("counts").path("cases").asInt(0);
            }
        }
        return new Outcome(published, cases, files.size() - published);
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

    // the document as it ended; the problem when it was refused
    private JsonNode follow(Path file, Answer uploaded) throws IOException, InterruptedException {
        if (uploaded.status() >= REFUSED) {
            out.printf("  %-40s refused: %s%n", file.getFileName(), uploaded.problem());
            return uploaded.body();
        }
        JsonNode document = untilFinal(uploaded.body());
        out.printf("  %-40s %s%n", file.getFileName(), told(document));
        return document;
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
        String state = document.path("state").asString("").toLowerCase(Locale.ROOT);
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

    // "published 12 new" or "nothing new"
    private static String changes(JsonNode document) {
        JsonNode changes = document.path("changes");
        if (!changes.isObject()) {
            return "";
        }
        int inserted = changes.path("inserted").asInt(0);
        int updated = changes.path("updated").asInt(0);
        return inserted + updated == 0 ? " (nothing new)" : " (%d new, %d changed)".formatted(inserted, updated);
    }
}
