package io.casewire.ingest.document;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong with a request, as problem documents (RFC 9457). */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private final UploadSettings settings;

    Problems(UploadSettings settings) {
        this.settings = settings;
    }

    @ExceptionHandler
    ProblemDetail on(UnknownDocument e) {
        return problem(HttpStatus.NOT_FOUND, "document-unknown", "There is no such document", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotReadYet e) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem(
                        HttpStatus.NOT_FOUND,
                        "document-not-read",
                        "The document has not come that far",
                        e.getMessage()));
    }

    /** The store is away. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataAccessException e) {
        logger.warn("The store failed", e);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-unavailable",
                        "The service cannot reach its store",
                        "Nothing was changed that was not acknowledged. Try again."));
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        UploadRefused refused = UploadRefused.tooLarge(settings.maxSize().toBytes());
        return ResponseEntity.status(refused.getStatusCode()).body(refused.getBody());
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:casewire:problem:" + slug));
        problem.setTitle(title);
        return problem;
    }
}
