package io.casewire.catalog.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.parsed.CaseRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CatalogTest
class BriefIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;

    BriefIT(@LocalServerPort int port) {
        this.base = "http://127.0.0.1:" + port + "/api/catalog/v1/cases/";
    }

    @Test
    void aBriefIsAPageForPrintOrAPdfAsAskedFor() throws IOException, InterruptedException {
        CaseRecord content = CaseDraft.of("brief", "简报案例").summary("简报概述。").content();
        try (Wire wire = new Wire()) {
            wire.tell(content, 1).flush();
        }
        String path = content.id().value() + "/brief";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(path, "*/*").statusCode()).isEqualTo(200));

        HttpResponse<byte[]> html = get(path, "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(header(html, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(html, "Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(new String(html.body(), StandardCharsets.UTF_8)).contains("简报案例", "简报概述。");
        for (HttpResponse<byte[]> pdf : List.of(get(path, "application/pdf"), get(path + "?format=pdf", "*/*"))) {
            assertThat(header(pdf, "Content-Type")).isEqualTo("application/pdf");
            assertThat(pdf.body()).startsWith('%', 'P', 'D', 'F');
        }
        HttpResponse<byte[]> known = HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("If-None-Match", header(get(path, "*/*"), "ETag"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    @Test
    void whatIsNoCaseOrNoFormIsRefused() throws IOException, InterruptedException {
        assertThat(get("case-00000000000000000000000000/brief", "application/pdf")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("x/brief", "*/*").statusCode()).isEqualTo(400);
        HttpResponse<byte[]> refused = get("x/brief?format=docx", "*/*");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("unknown-value", "HTML, PDF");
    }

    private HttpResponse<byte[]> get(String path, String accept) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(SOON)
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
