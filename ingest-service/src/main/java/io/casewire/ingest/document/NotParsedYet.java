package io.casewire.ingest.document;

import io.casewire.ingest.upload.Upload;
import io.casewire.serving.problem.Problems;
import java.io.Serial;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The file has not come that far. */
final class NotParsedYet extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String RETRY_SECONDS = "2";

    NotParsedYet(Upload upload) {
        super(
                HttpStatus.NOT_FOUND,
                Problems.problem(
                        HttpStatus.NOT_FOUND,
                        "document-not-read",
                        upload.id() + " is " + upload.state() + ", so this is not there."),
                null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
}
