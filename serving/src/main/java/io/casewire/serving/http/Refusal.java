package io.casewire.serving.http;

import io.casewire.serving.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Why a request is not answered, as a problem document (RFC 9457) says it.
 *
 * @param slug kind of the problem; its type is {@code urn:casewire:problem:<slug>}
 * @param detail a sentence for the caller: what is wrong and what would be right
 */
record Refusal(HttpStatus status, String slug, String detail) {
    /** What is to be said where nothing but the status is known. */
    static Refusal of(HttpStatus status) {
        return new Refusal(status, Problems.slug(status), detail(status));
    }

    ProblemDetail problem() {
        return Problems.problem(status, slug, detail);
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                "The request is not well-formed HTTP/1.1: its first line, a header or its framing is wrong.";
            case UNAUTHORIZED -> "This needs a token: Authorization: Bearer.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take that method.";
            case REQUEST_TIMEOUT -> "The request did not come in time.";
            case NOT_IMPLEMENTED -> "The method or the transfer encoding is none that is known here.";
            case HTTP_VERSION_NOT_SUPPORTED -> "This server speaks HTTP/1.1.";
            case SERVICE_UNAVAILABLE -> "The server is starting or stopping; try again.";
            default ->
                status.is5xxServerError()
                        ? "The server could not answer; its log says why."
                        : status.getReasonPhrase() + '.';
        };
    }
}
