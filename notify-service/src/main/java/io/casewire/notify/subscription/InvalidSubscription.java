package io.casewire.notify.subscription;

import io.casewire.serving.problem.Problems;
import java.io.Serial;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** An invalid request: 422, with a sentence in {@code errors} for everything that is wrong, fit for the person who made it. */
final class InvalidSubscription extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidSubscription(List<String> sentences) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-subscription", String.join(" ", sentences)),
                null);
        getBody().setProperty("errors", List.copyOf(sentences));
    }

    InvalidSubscription(String sentence) {
        this(List.of(sentence));
    }
}
