package io.casewire.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.console.RunningConsole;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        console = RunningConsole.before(URI.create("http://127.0.0.1:9"));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/none/v1/x", "/api/catalog/v1/cases"})
    void tellsBrowsersWhatToRefuseOnEveryAnswer(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "trusted-types 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*", "data:");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.map()).doesNotContainKeys("set-cookie", "server", "x-powered-by");
    }

    @Test
    void hasNoScriptOrStyleInIt() throws Exception {
        String page = get("/").body();
        assertThat(page).doesNotContain("<style", "style=", "onclick", "onload", "//");
        assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(page).find())
                .isFalse();
    }

    @Test
    void isAskedForAnewEachTimeAndSentOnceOnly() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void itsFilesAreKeptWithoutExpiryUnderAPathThatChangesWithThem() throws Exception {
        List<String> files = Pattern.compile("\"(assets/[0-9a-f]{16}/[a-z]+\\.(?:js|css|svg))\"")
                .matcher(get("/").body())
                .results()
                .map((MatchResult found) -> '/' + found.group(1))
                .distinct()
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        for (String file : files) {
            HttpResponse<String> answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000", "immutable");
        }
        assertThat(get("/assets/0000000000000000/app.js").statusCode()).isEqualTo(404);
    }

    @Test
    void everyModuleAModuleImportsIsThere() throws Exception {
        String assets = get("/").body().replaceFirst("(?s).*?(assets/[0-9a-f]{16}).*", "/$1");
        for (String module : List.of(
                "app",
                "overview",
                "search",
                "case",
                "adoption",
                "parts",
                "events",
                "services",
                "lineage",
                "leaving",
                "ledger",
                "ledger-line",
                "ledger-import",
                "statistics",
                "matrix",
                "plans",
                "messages",
                "document",
                "documents",
                "document-records",
                "subscription",
                "subscriptions",
                "subscription-builder",
                "deliveries",
                "operations",
                "missing")) {
            String source = get(assets + "/" + module + ".js").body();
            Pattern.compile("from '\\./([a-z-]+\\.js)'")
                    .matcher(source)
                    .results()
                    .forEach(found -> {
                        assertThat(status(assets + "/" + found.group(1)))
                                .as(module + " -> " + found.group(1))
                                .isEqualTo(200);
                    });
        }
    }

    @Test
    void isSentCompressed() throws Exception {
        HttpResponse<InputStream> answer = CLIENT.send(
                HttpRequest.newBuilder(console.at("/"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream page = new GZIPInputStream(answer.body())) {
            assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).contains("改革案例专线");
        }
    }

    @Test
    void showsNothingOfItsInsides() throws Exception {
        assertThat(get("/actuator/health/readiness").body()).doesNotContain("components");
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/io/casewire/console/page/index.html").statusCode()).isEqualTo(404);
    }

    private static int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(console.at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
