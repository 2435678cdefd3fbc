package io.casewire.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console below a prefix of somebody else's site. */
@Timeout(240)
class PrefixTests {
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Backend backend;
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        backend = Backend.start().on("/api/notify/v1/subscriptions", exchange -> {
            exchange.getResponseHeaders().set("Location", "/api/notify/v1/subscriptions/sub-1");
            Backend.answer(exchange, 201, "application/json", "{}");
        });
        console = RunningConsole.before(backend.address());
    }

    @AfterAll
    static void stop() {
        console.close();
        backend.close();
    }

    @Test
    void thePageNamesItsFilesSoThatTheyAreFoundBelowAnyPrefix() throws Exception {
        assertThat(script(get(console.at("/"), ""))).startsWith("assets/");
    }

    @ParameterizedTest
    @CsvSource({"/x, /x", "/x/, /x", "/tools/case-wire, /tools/case-wire"})
    void whatTheProxySaysItCutOffIsPutBefore(String header, String prefix) throws Exception {
        assertThat(script(get(console.at("/"), header))).startsWith(prefix + "/assets/");
        assertThat(get(console.at("/api/notify/v1/subscriptions"), header)
                        .headers()
                        .firstValue("Location"))
                .contains(prefix + "/api/notify/v1/subscriptions/sub-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "x",
                "/..",
                "/x/../y",
                "/x\"onload=",
                "/x?y",
                "/x//y",
                "/x;y",
                "/%2f"
            })
    void whatIsNoPlainPathIsNotPutAnywhere(String header) throws Exception {
        assertThat(script(get(console.at("/"), header))).startsWith("assets/");
        assertThat(get(console.at("/api/notify/v1/subscriptions"), header)
                        .headers()
                        .firstValue("Location"))
                .contains("/api/notify/v1/subscriptions/sub-1");
    }

    /** For a proxy that cuts nothing off. */
    @Test
    void standsBelowAPrefixItselfWhereItIsToldTo() throws Exception {
        try (RunningConsole below = RunningConsole.before(backend.address(), "server.servlet.context-path=/x")) {
            HttpResponse<String> page = get(below.at("/x/"), "");
            String script = script(page);
            assertThat(script).startsWith("/x/assets/");
            assertThat(get(below.at(script), "").statusCode()).isEqualTo(200);
            assertThat(get(below.at("/x/api/notify/v1/subscriptions"), "")
                            .headers()
                            .firstValue("Location"))
                    .contains("/x/api/notify/v1/subscriptions/sub-1");
            assertThat(get(below.at("/x/api/status"), "").statusCode()).isEqualTo(200);
            assertThat(get(below.at("/y/api/status"), "").statusCode()).isEqualTo(404);
        }
    }

    private static String script(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher found = SCRIPT.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> get(URI address, String prefix) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!prefix.isEmpty()) {
            request.header("X-Forwarded-Prefix", prefix);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
