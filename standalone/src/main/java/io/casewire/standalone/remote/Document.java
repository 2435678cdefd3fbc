package io.casewire.standalone.remote;

import io.casewire.standalone.remote.Display.UnderWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A document that the service has taken, as its last answer tells of it. */
final class Document {
    private static final Set<String> PUBLISHED = Set.of("PUBLISHED", "SUPERSEDED");
    private static final Set<String> FINAL =
            Set.of("PUBLISHED", "SUPERSEDED", "UNPACKED", "REJECTED", "FAILED", "QUARANTINED");
    private static final List<String> RECORDS =
            List.of("cases", "tasks", "adoptions", "milestones", "indicators", "chapters");

    /** Of a file that is being sent, half of the way at most. */
    private static final double SENT = 0.5;

    private final String name;
    private final boolean isKnown;
    private final long since = System.nanoTime();
    private JsonNode status;

    /**
     * As the service answered when it took it.
     *
     * @param name for the user
     * @param isKnown whether it had its bytes before
     */
    Document(String name, JsonNode status, boolean isKnown) {
        this.name = name;
        this.status = status;
        this.isKnown = isKnown;
    }

    /** A file that is on its way to the service. */
    static UnderWay sending(String name, long sent, long size) {
        double share = size == 0 ? 1 : (double) sent / size;
        return new UnderWay(name, SENT * share, "sending %.0f %%".formatted(100 * share));
    }

    String name() {
        return name;
    }

    String id() {
        return status.path("id").asString("");
    }

    JsonNode status() {
        return status;
    }

    void isNow(JsonNode now) {
        status = now;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    boolean isThrough() {
        return FINAL.contains(state());
    }

    boolean isArchive() {
        return state().equals("UNPACKED");
    }

    boolean isPublished() {
        return PUBLISHED.contains(state());
    }

    boolean isRejected() {
        return state().equals("REJECTED");
    }

    /** Whether it stays as it is until somebody decides. */
    boolean waitsForAPerson() {
        return status.path("held").path("waits").asBoolean(false);
    }

    int cases() {
        return status.path("counts").path("cases").asInt(0);
    }

    UnderWay underWay() {
        double share =
                switch (state()) {
                    // of a file of an archive nothing is known at first
                    case "RECEIVED", "" -> SENT;
                    case "EXTRACTED" -> 0.65;
                    case "PARSED" -> 0.8;
                    default -> 1;
                };
        boolean waits = !status.path("waitingFor").asString("").isEmpty();
        String stage = state().isEmpty() ? "RECEIVED" : state();
        return new UnderWay(name, share, waits ? stage + ", waits" : stage);
    }

    /** What became of it, in one line. */
    String told() {
        String known = isKnown && isThrough() ? "known already; " : "";
        String state = known + state().toLowerCase(Locale.ROOT);
        String refusal = status.path("refusal").path("reason").asString("");
        if (!refusal.isEmpty()) {
            return state + ": " + refusal;
        }
        if (isArchive()) {
            int members = status.path("contents").path("members").size();
            return state + ": " + members + (members == 1 ? " document" : " documents");
        }
        if (waitsForAPerson()) {
            return state + ": waits for a person's decision";
        }
        if (!isThrough()) {
            return state + ": not through yet; " + status.path("waitingFor").asString("it goes on by itself");
        }
        return state + ": " + counts() + (isKnown ? "" : changes());
    }

    private String counts() {
        List<String> parts = new ArrayList<>();
        for (String kind : RECORDS) {
            int count = status.path("counts").path(kind).asInt(0);
            if (count > 0) {
                parts.add(count + " " + (count == 1 ? kind.substring(0, kind.length() - 1) : kind));
            }
        }
        return parts.isEmpty() ? "no records" : String.join(", ", parts);
    }

    // "published 12 new" or "nothing new"
    private String changes() {
        JsonNode changes = status.path("changes");
        if (!changes.isObject()) {
            return "";
        }
        int inserted = changes.path("inserted").asInt(0);
        int updated = changes.path("updated").asInt(0);
        int superseded = status.path("superseded").path("count").asInt(0);
        return (inserted + updated == 0 ? " (nothing new)" : " (%d new, %d changed)".formatted(inserted, updated))
                + (superseded == 0 ? "" : ", " + superseded + " as a newer copy says");
    }

    private String state() {
        return status.path("state").asString("");
    }
}
