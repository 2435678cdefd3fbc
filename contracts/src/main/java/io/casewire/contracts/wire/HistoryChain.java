package io.casewire.contracts.wire;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.ObligationId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Chains the steps, notes and attachments of one obligation, in the order of their revisions, so that none can be changed, dropped from between or put
 * in without all after it showing it. A link is the SHA-256, in hexadecimal digits, of the UTF-8 bytes of
 *
 * <pre>{"attachment", "note" or "step":{…},"obligation":"obl-…","previous":"…","revision":2}</pre>
 *
 * <p>as JSON without blanks, properties sorted by name at each level and absent ones left out, moments and texts as in events; {@code
 * previous} is the link before, {@link #START} for the first.
 */
public final class HistoryChain {
    /** What comes before the first link. */
    public static final String START = "0".repeat(64);

    private static final TypeReference<TreeMap<String, Object>> SORTED = new TypeReference<>() {};

    private HistoryChain() {}

    /**
     * A step, a note or an attachment as a line shows it.
     *
     * @param content a {@link Step}, a {@link Note} or an {@link Attachment}
     * @param chain null where it is older than chains
     */
    public record Taken(
            long revision, Record content, @Nullable String chain) {
        private String after(String previous, ObligationId obligation) {
            String kind =
                    switch (content) {
                        case Step _ -> "step";
                        case Attachment _ -> "attachment";
                        default -> "note";
                    };
            return link(previous, obligation, revision, kind, content);
        }
    }

    /** The link after the last of these, in any order; those without a link are worked out. */
    public static String end(ObligationId obligation, List<Taken> history) {
        String end = START;
        for (Taken taken : inOrder(history)) {
            end = taken.chain() == null ? taken.after(end, obligation) : taken.chain();
        }
        return end;
    }

    /**
     * The first of these, in any order, whose link is not that of what stands there and all before it, or that lost its link; empty
     * where all fit. It or one before it was changed, taken out or put in.
     */
    public static Optional<Taken> firstBreak(ObligationId obligation, List<Taken> history) {
        String previous = START;
        boolean begun = false;
        for (Taken taken : inOrder(history)) {
            String worked = taken.after(previous, obligation);
            if (taken.chain() == null ? begun : !taken.chain().equals(worked)) {
                return Optional.of(taken);
            }
            begun = begun || taken.chain() != null;
            previous = worked;
        }
        return Optional.empty();
    }

    private static List<Taken> inOrder(List<Taken> history) {
        return history.stream()
                .sorted(Comparator.comparingLong(Taken::revision))
                .toList();
    }

    /** The link of a step. */
    public static String link(String previous, ObligationId obligation, long revision, Step step) {
        return link(previous, obligation, revision, "step", step);
    }

    /** The link of a note. */
    public static String link(String previous, ObligationId obligation, long revision, Note note) {
        return link(previous, obligation, revision, "note", note);
    }

    /** The link of a file that was attached or taken away. */
    public static String link(String previous, ObligationId obligation, long revision, Attachment attachment) {
        return link(previous, obligation, revision, "attachment", attachment);
    }

    private static String link(String previous, ObligationId obligation, long revision, String kind, Record content) {
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
