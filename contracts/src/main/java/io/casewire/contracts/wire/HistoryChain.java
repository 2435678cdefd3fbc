package io.casewire.contracts.wire;

import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.ObligationId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/**
 * Chains the steps and notes of one obligation, in the order of their revisions, so that none can be changed, dropped from between or put
 * in without all after it showing it. A link is the SHA-256, in hexadecimal digits, of the UTF-8 bytes of
 *
 * <pre>{"note" or "step":{…},"obligation":"obl-…","previous":"…","revision":2}</pre>
 *
 * <p>as JSON without blanks, properties sorted by name at each level and absent ones left out, moments and texts as in events; {@code
 * previous} is the link before, {@link #START} for the first.
 */
public final class HistoryChain {
    /** What comes before the first link. */
    public static final String START = "0".repeat(64);

    private static final TypeReference<TreeMap<String, Object>> SORTED = new TypeReference<>() {};

    private HistoryChain() {}

    /** The link of a step. */
    public static String link(String previous, ObligationId obligation, long revision, Step step) {
        return link(previous, obligation, revision, "step", step);
    }

    /** The link of a note. */
    public static String link(String previous, ObligationId obligation, long revision, Note note) {
        return link(previous, obligation, revision, "note", note);
    }

    private static String link(
            String previous, ObligationId obligation, long revision, String kind, Record content) {
        Map<String, Object> all = new TreeMap<>(Map.of(
                kind,
                WireJson.mapper().convertValue(content, SORTED),
                "obligation",
                obligation.value(),
                "previous",
                previous,
                "revision",
                revision));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(WireJson.mapper().writeValueAsBytes(all));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
