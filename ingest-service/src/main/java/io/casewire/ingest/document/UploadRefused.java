package io.casewire.ingest.document;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** An upload that is not taken, as the problem document its sender gets (RFC 9457). */
final class UploadRefused extends ErrorResponseException {
    /** What is accepted, for the person who has to send something else. */
    private static final List<String> ACCEPTED = List.of(
            "text/plain",
            "text/markdown",
            "text/html",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/msword",
            "application/pdf",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/ofd",
            "application/zip");

    static final Duration RETRY_WHEN_FULL = Duration.ofSeconds(30);

    private static final long MEGABYTE = 1 << 20;

    @Serial
    private static final long serialVersionUID = 1L;

    private UploadRefused(HttpStatus status, String slug, String title, String detail) {
        super(status);
        setType(URI.create("urn:casewire:problem:" + slug));
        setTitle(title);
        setDetail(detail);
    }

    static UploadRefused tooLarge(long limit) {
        UploadRefused refused = new UploadRefused(
                HttpStatus.CONTENT_TOO_LARGE,
                "document-too-large",
                "The document is too large",
                "A document may have at most " + limit + " bytes.");
        refused.getBody().setProperty("limit", limit);
        return refused;
    }

    /**
     * Refused for what parsing it would take.
     *
     * @param cost in bytes of memory, at least
     * @param limit in bytes of memory
     */
    static UploadRefused tooCostly(long cost, long limit) {
        UploadRefused refused = new UploadRefused(
                HttpStatus.CONTENT_TOO_LARGE,
                "document-too-costly",
                "Parsing the document would take too much memory",
                "Parsing it takes at least " + (cost + MEGABYTE - 1) / MEGABYTE + " MB of memory; at most "
                        + limit / MEGABYTE + " MB are given to a document (casewire.ingest.parsing.memory)."
                        + " Divide it into several documents.");
        refused.getBody().setProperty("code", "DOCUMENT_TOO_COSTLY");
        refused.getBody().setProperty("limit", limit);
        return refused;
    }

    /** Nothing can be written at this moment; by itself it is taken later. */
    static UploadRefused noRoom(String detail) {
        UploadRefused refused = new UploadRefused(
                HttpStatus.INSUFFICIENT_STORAGE, "no-room", "There is no room for the document", detail);
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_WHEN_FULL.toSeconds()));
        return refused;
    }

    static UploadRefused empty() {
        return new UploadRefused(
                HttpStatus.BAD_REQUEST, "document-empty", "The document is empty", "It has no bytes, or only blanks.");
    }

    static UploadRefused unsupported(String what) {
        UploadRefused refused = new UploadRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "document-type-unsupported",
                "This kind of file is not read",
                "This is " + what
                        + ". Send docx, doc, pdf with text, xlsx, ofd, plain text, Markdown or HTML, or a zip of these."
                        + " 请发送 docx、doc、带文字层的 pdf、xlsx、ofd、纯文本、Markdown、HTML，或由这些文件组成的 zip。");
        refused.getBody().setProperty("accepted", ACCEPTED);
        refused.getHeaders().set("Accept-Post", String.join(", ", ACCEPTED));
        return refused;
    }

    static UploadRefused tooSlow(Duration limit) {
        return new UploadRefused(
                HttpStatus.REQUEST_TIMEOUT,
                "upload-too-slow",
                "The upload took too long",
                "An upload may last at most " + limit.toSeconds() + " seconds.");
    }

    static UploadRefused badRequest(String slug, String title, String detail) {
        return new UploadRefused(HttpStatus.BAD_REQUEST, slug, title, detail);
    }

    static UploadRefused busy(String detail, Duration retryAfter) {
        UploadRefused refused = new UploadRefused(
                HttpStatus.SERVICE_UNAVAILABLE, "too-busy", "The service has enough to do at this moment", detail);
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        return refused;
    }

    /** Without a stack trace: it says nothing about a stranger's request. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String getMessage() {
        @Nullable String detail = getBody().getDetail();
        return detail == null ? "refused" : detail;
    }
}
