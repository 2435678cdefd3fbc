package io.casewire.serving.store;

import com.mongodb.MongoException;
import io.casewire.serving.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a service answers while its store is away: 503, and when to ask again. */
@RestControllerAdvice
final class StoreAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(StoreAdvice.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler({DataAccessException.class, MongoException.class})
    ResponseEntity<ProblemDetail> onStoreAway(RuntimeException failure) {
        LOG.warn("The store did not answer", failure);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-unavailable",
                        "The store does not answer. Nothing was changed that was not acknowledged; try again."));
    }
}
