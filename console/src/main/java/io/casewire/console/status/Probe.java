package io.casewire.console.status;

import io.casewire.console.status.StatusController.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service's readiness says. Of the details of its parts only {@code reason} is read, which is the services' own wording:
 * libraries tell of addresses and stack traces in theirs, and anybody may ask for the status.
 *
 * @param status the HTTP status
 * @param says the status in the answer; null where it is no answer of a readiness probe
 * @param troubled parts that do not say UP
 */
record Probe(int status, @Nullable String says, List<Part> troubled) {
    private static final int OK = 200;
    private static final int MAX_REASON = 300;
    private static final int MAX_PARTS = 50;
    private static final String UP = "UP";

    static Probe read(int status, byte[] body) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            List<Part> troubled = new ArrayList<>();
            collect(answer, "", troubled);
            return new Probe(status, answer.path("status").asString(null), List.copyOf(troubled));
        } catch (JacksonException noJson) {
            return new Probe(status, null, List.of());
        }
    }

    boolean isReady() {
        return status == OK && UP.equals(says) && troubled.isEmpty();
    }

    /** Why it is not ready. */
    String reason() {
        if (says == null) {
            return status == OK ? "it answers, but not as a service does" : "readiness " + status;
        }
        return troubled.isEmpty()
                ? "readiness " + says
                : troubled.stream().map(Probe::sentence).collect(Collectors.joining("; "));
    }

    private static String sentence(Part part) {
        return part.name() + ' ' + (part.reason() == null ? part.status() : part.reason());
    }

    /** Parts may have parts; the innermost that are not well are told. */
    private static void collect(JsonNode health, String prefix, List<Part> troubled) {
        health.path("components").properties().forEach(component -> {
            String name = prefix + component.getKey();
            JsonNode part = component.getValue();
            String status = part.path("status").asString("UNKNOWN");
            int before = troubled.size();
            collect(part, name + '.', troubled);
            if (!status.equals(UP) && troubled.size() == before && troubled.size() < MAX_PARTS) {
                troubled.add(new Part(
                        name,
                        status,
                        shortened(part.path("details").path("reason").asString(null))));
            }
        });
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + '…';
    }
}
