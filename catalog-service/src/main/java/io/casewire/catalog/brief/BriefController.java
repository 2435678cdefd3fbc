package io.casewire.catalog.brief;

import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.address.PublicAddresses;
import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** A case on one page. */
@RestController
final class BriefController {
    /** A PDF in the making holds the font and the page: some 40 MB. */
    private static final int AT_ONCE = 2;

    private static final int WAIT_SECONDS = 10;
    private static final String RETRY_SECONDS = "10";

    /** The page may use its own style and nothing else. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + digest(BriefPage.STYLE) + "'; frame-ancestors 'none'";

    private final Cases cases;
    private final PublicAddresses addresses;
    private final Briefs briefs;
    private final Semaphore places = new Semaphore(AT_ONCE);

    BriefController(Cases cases, PublicAddresses addresses, Briefs briefs) {
        this.cases = cases;
        this.addresses = addresses;
        this.briefs = briefs;
    }

    /**
     * The page.
     *
     * @param format by the header {@code Accept} where it is absent
     * @param lang of headings and of names that documents do not print
     */
    @GetMapping("/api/catalog/v1/cases/{id}/brief")
    @Described(answers = {"text/html", "application/pdf"})
    ResponseEntity<byte[]> brief(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable BriefFormat format,
            @RequestParam(defaultValue = "ZH") Language lang,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            HttpServletRequest request) {
        StoredCase stored = cases.named(id);
        BriefFormat form = format == null ? BriefFormat.accepted(accept) : format;
        // weak: a PDF says when it was made
        String etag = "W/\"" + stored.revision() + "." + stored.writes() + "." + form + "." + lang + "\"";
        if (new ServletWebRequest(request).checkNotModified(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).build();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(form.type());
        PublicAddress address = addresses.of(request);
        return switch (form) {
            case HTML ->
                answer.header("Content-Security-Policy", POLICY)
                        .body(briefs.html(stored, lang, address).getBytes(StandardCharsets.UTF_8));
            case PDF ->
                answer.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id + ".pdf\"")
                        .body(pdf(stored, lang, address));
        };
    }

    private byte[] pdf(StoredCase stored, Language language, PublicAddress address) {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return briefs.pdf(stored, language, address);
        } finally {
            places.release();
        }
    }

    private static ErrorResponseException busy() {
        ErrorResponseException refused = Problems.refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-briefs",
                "Other briefs are being made; try again in a moment.");
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return refused;
    }

    private static String digest(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
