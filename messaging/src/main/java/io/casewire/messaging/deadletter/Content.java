package io.casewire.messaging.deadletter;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to be shown: as text where they are text in UTF-8, else in Base64. Both are null where there are no bytes at all, as with a tombstone.
 *
 * @param text without control characters but tabulators and line ends
 * @param base64 of bytes that are no such text
 * @param truncated whether there are more bytes than are shown
 */
record Content(@Nullable String text, @Nullable String base64, boolean truncated) {
    /** @param most bytes that are shown */
    static Content of(byte @Nullable [] bytes, int most) {
        if (bytes == null) {
            return new Content(null, null, false);
        }
        boolean truncated = bytes.length > most;
        byte[] shown = truncated ? Arrays.copyOf(bytes, most) : bytes;
        return text(shown, truncated)
                .map(text -> new Content(text, null, truncated))
                .orElseGet(() -> new Content(null, Base64.getEncoder().encodeToString(shown), truncated));
    }

    private static Optional<String> text(byte[] bytes, boolean cut) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        // a character that was cut in two is left out
        boolean broken = decoder.decode(ByteBuffer.wrap(bytes), text, !cut).isError();
        text.flip();
        boolean legible = text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
        return !broken && legible ? Optional.of(text.toString()) : Optional.empty();
    }
}
