package io.casewire.ingest.document;

import io.casewire.serving.problem.Problems;
import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** No file and no document of that id is known. */
final class UnknownDocument extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownDocument(String id) {
        super(
                HttpStatus.NOT_FOUND,
                Problems.problem(
                        HttpStatus.NOT_FOUND,
                        "document-unknown",
                        "No document " + Problems.shortened(id) + " is known."),
                null);
    }
}
