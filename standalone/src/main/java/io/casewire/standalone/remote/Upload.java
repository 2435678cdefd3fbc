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
    private static final List<String> FINAL_STATES =
            List.of("PUBLISHED", "SUPERSEDED", "UNPACKED", "QUARANTINED", "REJECTED", "FAILED");
    private static final String UNPACKED = "UNPACKED";
    private static final List<String> PUBLISHED_STATES = List.of("PUBLISHED", "SUPERSEDED");
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
     * What became of the files, those of an archive counted one by one.
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
        List<JsonNode> ended = new ArrayList<>();
        for (Map.Entry<Path, Answer> entry : answers.entrySet()) {
            JsonNode document = follow(entry.getKey(), entry.getValue());
            if (UNPACKED.equals(document.path("state").asString(""))) {
                ended.addAll(followMembers(document.path("contents")));
            } else {
                ended.add(document);
            }
        }
        // of a superseded one a newer copy stands: that is no failure
        List<JsonNode> published = ended.stream()
                .filter(document ->
                        PUBLISHED_STATES.contains(document.path("state").asString("")))
                .toList();
        int cases = published.stream()
                .mapToInt(document -> document.path("counts").path("cases").asInt(0))
                .sum();
        return new Outcome(published.size(), cases, ended.size() - published.size());
    }

    /** The files of an archive, each a document of its own. */
    private List<JsonNode> followMembers(JsonNode contents) throws IOException, InterruptedException {
        List<JsonNode> ended = new ArrayList<>();
        for (JsonNode member : contents.path("members")) {
            JsonNode document = untilFinal(member);
            out.printf("    %-38s %s%n", member.path("name").asString(""), told(document));
            ended.add(document);
        }
        for (JsonNode left : contents.path("leftOut")) {
            out.printf(
                    "    %-38s left out: %s%n",
                    left.path("name").asString(""), left.path("message").asString(""));
        }
        return ended;
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
        if (UNPACKED.equals(document.path("state").asString(""))) {
            return state + ": " + document.path("contents").path("members").size() + " documents";
        }
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
        int superseded = document.path("superseded").path("count").asInt(0);
        return (inserted + updated == 0 ? " (nothing new)" : " (%d new, %d changed)".formatted(inserted, updated))
                + (superseded == 0 ? "" : ", " + superseded + " as a newer copy says");
    }
}
