package io.casewire.catalog.problem;

import java.net.URI;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the catalogue refuses, as problem documents. Spring's own refusals come out the same way by a setting. */
@RestControllerAdvice
final class Problems {
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ProblemDetail on(InvalidParameter refused) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-parameter", refused.reason());
        problem.setProperty("parameter", refused.parameter());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(NotInCatalogue missing) {
        return problem(HttpStatus.NOT_FOUND, "not-found", missing.reason());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataAccessException unreachable) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable", "The catalogue's store does not answer."));
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:casewire:problem:" + type));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }
}
