package io.casewire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.ingest.WebSite;
import io.casewire.ingest.WebSite.Page;
import io.casewire.ingest.fetch.FetchOutcome.Failed;
import io.casewire.ingest.fetch.FetchOutcome.Fetched;
import io.casewire.ingest.fetch.FetchOutcome.NotModified;
import io.casewire.ingest.fetch.FetchOutcome.Refused;
import io.casewire.outbound.destination.Destinations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Against a site on the loopback interface, which alone is allowed; names come from a fixed table. */
class FetcherTests {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MAX_BYTES = 64 * 1024;
    private static final Map<String, String> NAMES =
            Map.of("site.example", "127.0.0.1", "private.gov.example", "10.0.0.1", "other.example", "127.0.0.1");

    private WebSite site;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        site = new WebSite();
        fetcher = fetcher(List.of("127.0.0.1", "site.example", "*.gov.example"));
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.destroy();
        site.close();
    }

    @Test
    void handsOnTheFileWithWhatItsHostSaysOfIt() throws Exception {
        site.put(
                "/a/%E9%80%9A%E7%9F%A5.txt",
                Page.of("text/plain", "关于复制推广的通知", "Last-Modified: Mon, 02 Mar 2026 08:00:00 GMT"));

        FetchOutcome<String> outcome = fetch(site.url("/a/通知.txt"));

        assertThat(outcome).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.value()).isEqualTo("关于复制推广的通知");
            assertThat(fetched.file().name()).isEqualTo("通知.txt");
            assertThat(fetched.file().etag()).startsWith("\"");
            assertThat(fetched.file().lastModified()).isEqualTo("Mon, 02 Mar 2026 08:00:00 GMT");
        });
        assertThat(site.asked()).singleElement().satisfies(asked -> assertThat(asked.headers())
                .containsEntry("user-agent", "Casewire-Test/1.0")
                .containsEntry("accept-encoding", "identity"));
    }

    @Test
    void asksWhetherItIsTheOneAtHand() throws Exception {
        site.put("/a.txt", Page.of("text/plain", "一"));
        String tag = Objects.requireNonNull(
                ((Fetched<String>) fetch(site.url("/a.txt"))).file().etag());

        assertThat(fetcher.fetch(new FetchRequest(site.url("/a.txt"), tag, null), FetcherTests::text))
                .isEqualTo(new NotModified<String>());
        site.put("/a.txt", Page.of("text/plain", "二"));
        assertThat(fetcher.fetch(new FetchRequest(site.url("/a.txt"), tag, null), FetcherTests::text))
                .isInstanceOf(Fetched.class);
    }

    @ParameterizedTest
    @CsvSource({
        "404, 404 (Not Found), true",
        "410, 410 (Gone), true",
        "500, 500 (Internal Server Error), false",
        "204, 204, false",
        "206, 206, false",
        "304, 304, false",
        "418, 418, false"
    })
    void namesAStatusThatIsNoFile(int status, String named, boolean gone) throws Exception {
        site.put("/a", Page.status(status));

        assertThat(fetch(site.url("/a"))).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.reason()).contains(named).contains("网站返回 " + status);
            assertThat(failed.isGone()).isEqualTo(gone);
        });
    }

    @Test
    void saysHowLongTheHostAsksToBeLeftAlone() throws Exception {
        site.put("/a", Page.status(503, "Retry-After: 120"));

        assertThat(fetch(site.url("/a"))).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.retryAfter())
                .isEqualTo(Duration.ofMinutes(2)));
    }

    @Test
    void followsThreeRedirectsAndNoFourth() throws Exception {
        for (int i = 1; i <= 4; i++) {
            site.put("/" + i, Page.status(302, "Location: " + (i - 1)));
        }
        site.put("/0", Page.of("text/plain", "好"));

        assertThat(fetch(site.url("/3"))).isInstanceOfSatisfying(Fetched.class, fetched -> assertThat(
                        fetched.file().url())
                .isEqualTo(site.url("/0")));
        assertThat(fetch(site.url("/4"))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .contains("more than 3 times"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://other.example:%d/in",
                "http://private.gov.example/in",
                "http://127.0.0.2:%d/in",
                "http://user@127.0.0.1:%d/in",
                "file:///etc/passwd",
                "ftp://127.0.0.1/in",
                ""
            })
    void judgesEveryRedirectLikeTheFirstAddress(String location) throws Exception {
        site.put("/a", Page.status(302, "Location: " + location.formatted(site.port())));

        assertThat(fetch(site.url("/a"))).isInstanceOf(Refused.class);
        assertThat(site.times("/in")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://other.example/a, none of those in casewire.ingest.source.allowed-hosts",
        "http://gov.example/a, none of those in casewire.ingest.source.allowed-hosts",
        "http://private.gov.example/a, not public (private)",
        "http://[::1]/a, none of those",
        "http://2130706433/a, four decimal numbers",
        "ftp://site.example/a, must start with https"
    })
    void asksNobodyElse(String url, String reason) throws Exception {
        assertThat(fetch(url)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .contains(reason));
    }

    @Test
    void namesTheSettingWhereNothingIsAllowed() throws Exception {
        Fetcher closed = fetcher(List.of());

        assertThat(closed.fetch(FetchRequest.of(site.url("/a")), FetcherTests::text))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .contains("casewire.ingest.source.allowed-hosts", "尚未允许"));
        closed.destroy();
    }

    @Test
    void tellsAnUnknownNameFromAConnectionThatIsRefused() throws Exception {
        assertThat(fetch("http://nobody.gov.example/a"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).contains("not known to the name servers"));
        String closed = site.url("/a");
        site.close();
        assertThat(fetch(closed)).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.reason())
                .contains("could not be asked"));
    }

    @Test
    void takesNoFileThatSaysItIsTooLarge() throws Exception {
        site.put("/a", Page.raw("HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\nxx"));

        assertThat(fetch(site.url("/a"))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .contains("larger than 65536 bytes"));
        assertHungUp();
    }

    @Test
    void takesNoFileWithoutAnEnd() throws Exception {
        site.put("/a", (_, out) -> {
            WebSite.write(out, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                out.write(new byte[8192]);
            }
        });

        assertThat(fetch(site.url("/a"))).isInstanceOf(Failed.class);
        assertHungUp();
    }

    @Test
    void endsAtTheDeadlineWhetherTheHeadOrTheBodyDrips() throws Exception {
        site.put("/silent", (_, _) -> TimeUnit.SECONDS.sleep(3));
        site.put("/head", (_, out) -> drip(out, "HTTP/1.1 200 OK\r\n", "X: y\r\n"));
        site.put("/body", (_, out) -> drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", "x"));

        Fetcher hasty = fetcher(List.of("127.0.0.1"), SHORT);
        for (String path : List.of("/silent", "/head", "/body")) {
            long began = System.nanoTime();
            assertThat(hasty.fetch(FetchRequest.of(site.url(path)), FetcherTests::text))
                    .as(path)
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).contains("within 1 s"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(SHORT);
        }
        assertHungUp();
        hasty.destroy();
    }

    @Test
    void takesNoFileThatIsShorterThanItSays() throws Exception {
        site.put("/a", Page.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789"));
        site.put("/b", Page.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n"));

        assertThat(fetch(site.url("/a"))).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.reason())
                .contains("10 of 100 bytes"));
        assertThat(fetch(site.url("/b"))).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.reason())
                .contains("broke off"));
    }

    @Test
    void takesPackedFilesFromHostsThatSendNoOthers() throws Exception {
        site.put("/a", packed("好的".repeat(1000), 0));
        site.put("/b", packed("好的".repeat(1000), 20));
        site.put("/c", Page.of("text/plain", "x", "Content-Encoding: br"));

        assertThat(fetch(site.url("/a"))).isInstanceOfSatisfying(Fetched.class, fetched -> assertThat(fetched.value())
                .isEqualTo("好的".repeat(1000)));
        assertThat(fetch(site.url("/b"))).isInstanceOf(Failed.class);
        assertThat(fetch(site.url("/c"))).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.reason())
                .contains("“br”"));
    }

    @Test
    void asksTheGuardForTheAddressOfANameThatIsAllowed() throws Exception {
        site.put("/a", Page.of("text/plain", "好"));

        assertThat(fetch("http://site.example:" + site.port() + "/a")).isInstanceOf(Fetched.class);
    }

    private void assertHungUp() {
        await().atMost(Duration.ofSeconds(10)).until(() -> site.open() == 0);
    }

    private FetchOutcome<String> fetch(String url) throws IOException, InterruptedException {
        return fetcher.fetch(FetchRequest.of(url), FetcherTests::text);
    }

    private static String text(InputStream in, WebFile file) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void drip(OutputStream out, String first, String then) throws IOException, InterruptedException {
        WebSite.write(out, first);
        for (int i = 0; i < 400; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            WebSite.write(out, then);
        }
    }

    private static Page packed(String text, int missing) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = packed.toByteArray();
        int length = bytes.length - missing;
        return (_, out) -> {
            WebSite.write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + length + "\r\n\r\n");
            out.write(bytes, 0, length);
        };
    }

    private static Fetcher fetcher(List<String> allowed) {
        return fetcher(allowed, LIMIT);
    }

    private static Fetcher fetcher(List<String> allowed, Duration limit) {
        FetchSettings settings =
                new FetchSettings(allowed, List.of("127.0.0.1/32"), true, SHORT, limit, 8, "Casewire-Test/1.0");
        Destinations destinations = new Destinations(settings.allowedNetworks(), true, host -> {
            String address = NAMES.get(host);
            if (address == null) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.ofLiteral(address));
        });
        return new Fetcher(
                new WebAddresses(destinations, settings),
                destinations,
                settings,
                DataSize.ofBytes(MAX_BYTES),
                InstantSource.system());
    }
}
