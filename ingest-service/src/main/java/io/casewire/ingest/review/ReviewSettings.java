package io.casewire.ingest.review;

import io.casewire.text.Nearest;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which documents wait for a person.
 *
 * @param holdAll whether every document does
 * @param holdOn codes of diagnostics of severity WARNING or worse; a document with one of them does
 */
@ConfigurationProperties("casewire.ingest.review")
record ReviewSettings(
        @DefaultValue("false") boolean holdAll,
        @DefaultValue List<String> holdOn) {
    ReviewSettings {
        holdOn = List.copyOf(holdOn);
        for (String code : holdOn) {
            if (!NoticedCodes.ALL.contains(code)) {
                List<String> near = Nearest.of(code, NoticedCodes.ALL);
                throw new IllegalArgumentException("casewire.ingest.review.hold-on: '" + code
                        + "' is no code of a diagnostic that can hold a document. "
                        + (near.isEmpty()
                                ? "There are " + String.join(", ", NoticedCodes.ALL) + "."
                                : "Did you mean " + String.join(" or ", near) + "?"));
            }
        }
    }
}
