package io.casewire.ingest.document;

import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.Sources.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the list of documents, opaque to clients; stays valid while documents come in. */
final class Cursor {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15}):(src-[0-9a-v]{26})");

    private Cursor() {}

    static String after(Source last) {
        String place = last.receivedAt().toEpochMilli() + ":" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws UploadRefused for what is no cursor of ours */
    static Position position(String cursor) {
        try {
            Matcher matcher =
                    FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            if (matcher.matches()) {
                return new Position(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
            }
        } catch (IllegalArgumentException _) {
            // not base64
        }
        throw UploadRefused.badRequest(
                "cursor-invalid", "The cursor is not valid", "Take it from next of the page before.");
    }
}
