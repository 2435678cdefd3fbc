package io.casewire.ingest.document;

import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.publish.CorrectedRecords;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.serving.openapi.Described;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is in a document: its records, its text, its bytes. */
@RestController
@RequestMapping(DocumentsController.PATH + "/{id}")
class ContentController {
    private static final String NDJSON = "application/x-ndjson";

    private final DocumentLookup lookup;
    private final Blobs blobs;
    private final DryRun dryRun;
    private final CorrectedRecords corrected;

    ContentController(DocumentLookup lookup, Blobs blobs, DryRun dryRun, CorrectedRecords corrected) {
        this.corrected = corrected;
        this.lookup = lookup;
        this.blobs = blobs;
        this.dryRun = dryRun;
    }

    /**
     * The lines {@code casewire parse} prints, with the values of people in their places; as an array for who asks for {@code
     * application/json}.
     */
    @GetMapping("/records")
    @Described(
            answers = {NDJSON, MediaType.APPLICATION_JSON_VALUE},
            problems = 409)
    void records(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            HttpServletResponse response)
            throws IOException {
        Upload upload = lookup.find(id);
        ParseResult parse = upload.parse();
        if (parse == null) {
            throw new NotParsedYet(upload);
        }
        Optional<byte[]> shown = corrected.shown(parse);
        InputStream records = shown.isPresent() ? new ByteArrayInputStream(shown.get()) : blobs.open(parse.records());
        write(List.of(records, blobs.open(parse.diagnostics())), accept, response);
    }

    /**
     * The repaired text, a paragraph or table row at a time, with the original lines of each; for a browser a page on which {@code
     * #L23} opens where line 23 went.
     */
    @GetMapping("/text")
    @Described(
            answers = {NDJSON, MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE},
            problems = 409)
    void text(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            HttpServletResponse response)
            throws IOException {
        Upload upload = lookup.find(id);
        BlobReference text = upload.text();
        if (text == null) {
            throw new NotParsedYet(upload);
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (accept.contains(MediaType.TEXT_HTML_VALUE)) {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Security-Policy", TextPage.POLICY);
            TextPage.copy(blobs.open(text), upload.name(), response.getOutputStream());
        } else {
            write(List.of(blobs.open(text)), accept, response);
        }
    }

    /** The bytes as they were received, to be saved and never shown: they are a stranger's. */
    @GetMapping("/original")
    @Described(answers = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void original(@PathVariable String id, HttpServletResponse response) throws IOException {
        Upload upload = lookup.find(id);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(upload.original().size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(DocumentName.of(upload.name()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.ETAG, '"' + upload.original().sha256() + '"');
        try (InputStream in = blobs.open(upload.original())) {
            in.transferTo(response.getOutputStream());
        }
    }

    /** What publishing this file would do now. */
    @GetMapping("/preview")
    @Described(problems = 409)
    DryRun.Shown preview(@PathVariable String id) {
        return dryRun.of(lookup.find(id));
    }

    private static void write(List<InputStream> opened, String accept, HttpServletResponse response)
            throws IOException {
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (accept.contains(MediaType.APPLICATION_JSON_VALUE)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            JsonLines.copyAsArray(opened, response.getOutputStream());
        } else {
            response.setContentType(NDJSON);
            for (InputStream lines : opened) {
                lines.transferTo(response.getOutputStream());
            }
        }
    }
}
