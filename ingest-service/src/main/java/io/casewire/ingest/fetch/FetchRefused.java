package io.casewire.ingest.fetch;

import java.io.Serial;

/** An address that is not asked. The message is a sentence in English and Chinese, fit for who named it. */
public final class FetchRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    FetchRefused(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    /** Why. */
    public String sentence() {
        return sentence;
    }
}
