package io.casewire.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.sun.net.httpserver.HttpExchange;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import io.casewire.console.TestBrowser;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The browser's own reader of event streams, with no code of ours that would open it again. */
@Timeout(300)
class EventSourceIT {
    private static final String EVENTS = "/api/notify/v1/events";

    @Test
    void takesUpAgainAfterAServiceWasAwayAtItsStartAndAfterARestart() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (TestBrowser browser = TestBrowser.open();
                RunningConsole console = RunningConsole.before(
                        URI.create("http://127.0.0.1:" + port),
                        "casewire.gateway.stream-patience=500ms",
                        "casewire.gateway.stream-retry=500ms");
                BrowserContext context = browser.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(console.at("/api/status").toString());
            page.evaluate("""
                    () => {
                      window.seen = []; window.errors = 0;
                      window.source = new EventSource('%s');
                      window.source.onmessage = (event) => window.seen.push(event.data);
                      window.source.onerror = () => { window.errors += 1; };
                    }""".formatted(EVENTS));
            wait(page, "() => window.errors > 1");
            tellUntilSeen(page, port, "one");
            tellUntilSeen(page, port, "two");
            assertThat(page.evaluate("() => window.source.readyState !== EventSource.CLOSED"))
                    .isEqualTo(true);
        }
    }

    /** A service that lives until the event has come through; then its streams are cut off as by a kill. */
    private static void tellUntilSeen(Page page, int port, String event) {
        CountDownLatch seen = new CountDownLatch(1);
        try (Backend _ = Backend.startAt(port).on(EVENTS, exchange -> tell(exchange, event, seen))) {
            wait(page, "() => window.seen.includes('" + event + "')");
            seen.countDown();
        }
    }

    private static void tell(HttpExchange exchange, String event, CountDownLatch seen) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(("data: " + event + "\n\ndata: never whole").getBytes(StandardCharsets.UTF_8));
        out.flush();
        try {
            seen.await((long) TestBrowser.PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void wait(Page page, String condition) {
        page.waitForFunction(condition, null, new WaitForFunctionOptions().setTimeout(TestBrowser.PATIENCE_MS));
    }
}
