package io.casewire.catalog.export;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** One file on its way to who asked for it. */
final class Download {
    private final ExportFormat format;
    private final Language language;
    private final LocalDate day;
    private final HttpServletResponse response;
    private @Nullable CaseWriter file;

    /** @param day for its name */
    Download(ExportFormat format, Language language, LocalDate day, HttpServletResponse response) {
        this.format = format;
        this.language = language;
        this.day = day;
        this.response = response;
    }

    void head() {
        response.setContentType(format.type());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** @throws UncheckedIOException when the client is gone */
    void write(StoredCase stored) {
        try {
            file().write(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() throws IOException {
        file().finish();
    }

    private CaseWriter file() throws IOException {
        CaseWriter open = file;
        if (open == null) {
            head();
            open = format.open(response.getOutputStream(), language);
            file = open;
        }
        return open;
    }

    /** With a name for every client, and one in Chinese for those that read RFC 6266, as all browsers do. */
    private String disposition() {
        String dated = "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "." + format.ending();
        String name = URLEncoder.encode(language.of("改革案例", "reform-cases") + dated, StandardCharsets.UTF_8);
        return "attachment; filename=\"cases" + dated + "\"; filename*=UTF-8''" + name;
    }
}
