package io.casewire.messaging.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a span hangs from.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 */
record TraceParent(String traceId, String spanId) {
    /** The header of the W3C recommendation Trace Context, section 3.2. */
    static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    /**
     * The first span of all that follows from one cause. It is reckoned from the correlation id, which every service stores and
     * hands on anyway, so that nothing else has to be kept while a document or a delivery waits.
     */
    static TraceParent rootOf(String correlationId) {
        byte[] hash = sha256(correlationId);
        HexFormat hex = HexFormat.of();
        return new TraceParent(
                hex.formatHex(hash, 0, TRACE_BYTES), hex.formatHex(hash, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES));
    }

    /** What a message says it hangs from; empty where it says nothing that can be read. */
    static Optional<TraceParent> of(byte @Nullable [] header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(new String(header, StandardCharsets.US_ASCII));
        return matcher.matches() ? Optional.of(new TraceParent(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    byte[] header(boolean sampled) {
        return ("00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00")).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
