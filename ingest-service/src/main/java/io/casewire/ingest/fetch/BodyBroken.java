package io.casewire.ingest.fetch;

import java.io.IOException;
import java.io.Serial;

/** A body that did not come whole. The message is a sentence in English and Chinese. */
final class BodyBroken extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    BodyBroken(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
