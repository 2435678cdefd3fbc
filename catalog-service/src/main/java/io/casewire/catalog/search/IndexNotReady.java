package io.casewire.catalog.search;

import java.io.Serial;
import java.net.URI;
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
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "The search index is being built.");
        problem.setType(URI.create("urn:casewire:problem:index-not-ready"));
        return problem;
    }
}
