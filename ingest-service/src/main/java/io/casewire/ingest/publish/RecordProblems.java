package io.casewire.ingest.publish;

import io.casewire.messaging.PublishFailed;
import io.casewire.serving.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a decision about a record is answered with where it cannot be taken. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(
        assignableTypes = {WithdrawalsController.class, CorrectionsController.class, MissingController.class})
class RecordProblems {
    @ExceptionHandler
    ProblemDetail on(UnknownRecord e) {
        return problem(HttpStatus.NOT_FOUND, "record-unknown", "There is no such record", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(RecordTooLarge e) {
        return problem(HttpStatus.BAD_REQUEST, "record-unpublishable", "No event could say that", e.getMessage() + '.');
    }

    @ExceptionHandler({DocumentBusy.class, PublishFailed.class})
    ResponseEntity<ProblemDetail> onDelay() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too-busy",
                        "The service has enough to do at this moment",
                        "Something else of this record's document is being published. Nothing was changed."));
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, @Nullable String detail) {
        ProblemDetail problem = Problems.problem(status, slug, detail == null ? title + "." : detail);
        problem.setTitle(title);
        return problem;
    }
}
