package io.casewire.catalog.export;

import io.casewire.catalog.search.CaseResults;
import io.casewire.catalog.wording.Language;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.request.TakesParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that a search finds, as one file. */
@RestController
final class ExportController {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String RETRY_SECONDS = "30";

    private final CaseResults results;
    private final Semaphore places;
    private final Clock clock;

    ExportController(CaseResults results, ExportSettings settings, Clock clock) {
        this.results = results;
        this.places = new Semaphore(settings.atOnce());
        this.clock = clock;
    }

    /**
     * Writes the file as it is read.
     *
     * @param parameters those of a search
     * @param lang of headings and of names that documents do not print
     */
    @GetMapping("/api/catalog/v1/export")
    @Described(
            answers = {
                "application/x-ndjson",
                "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    @TakesParameters(ExportParameters.class)
    void export(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "NDJSON") ExportFormat format,
            @RequestParam(defaultValue = "ZH") Language lang,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        CaseResults.Asked asked = CaseResults.asked(parameters);
        Download download = new Download(format, lang, LocalDate.now(clock.withZone(CHINA)), response);
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            download.head();
            return;
        }
        if (!places.tryAcquire()) {
            throw tooMany();
        }
        try {
            results.forEach(asked, download::write);
            download.finish();
        } catch (RuntimeException e) {
            throw response.isCommitted() ? new ExportBrokenOff(e) : e;
        } finally {
            places.release();
        }
    }

    private static ErrorResponseException tooMany() {
        ErrorResponseException refused = Problems.refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-exports",
                "As many exports are being written as are allowed; try again later.");
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return refused;
    }
}
