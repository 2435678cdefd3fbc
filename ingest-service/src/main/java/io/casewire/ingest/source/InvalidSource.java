package io.casewire.ingest.source;

import io.casewire.serving.problem.Problems;
import java.io.Serial;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** An invalid request: 422, with a sentence in {@code errors} for everything that is wrong. */
final class InvalidSource extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidSource(List<String> sentences) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-source", String.join(" ", sentences)),
                null);
        getBody().setProperty("errors", List.copyOf(sentences));
    }
}
