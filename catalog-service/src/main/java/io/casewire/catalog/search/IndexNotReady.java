package io.casewire.catalog.search;

import io.casewire.serving.problem.Problems;
import java.io.Serial;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The index is being opened or built; ask again in a moment. */
final class IndexNotReady extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String RETRY_SECONDS = "5";

    IndexNotReady() {
        super(HttpStatus.SERVICE_UNAVAILABLE, problem(), null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }

    private static ProblemDetail problem() {
        return Problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "index-not-ready", "The search index is being built.");
    }
}
