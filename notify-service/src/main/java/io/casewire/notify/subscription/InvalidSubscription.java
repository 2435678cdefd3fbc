package io.casewire.notify.subscription;

import java.io.Serial;
import java.util.List;

/** A wish that cannot be granted; every sentence is fit for the person who asked. */
final class InvalidSubscription extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    InvalidSubscription(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
