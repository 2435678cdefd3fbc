package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.casewire.console.RunningConsole;
import io.casewire.console.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page in a real browser, at {@code /x/} of a site whose root is something else. */
@Timeout(300)
class PageBehindProxyIT {
    @Test
    void everythingOfThePageIsFoundBelowThePrefix() {
        List<String> elsewhere = new ArrayList<>();
        try (TestBrowser browser = TestBrowser.open();
                Services services = new Services();
                RunningConsole console =
                        RunningConsole.before(services.backend().address());
                PrefixProxy proxy = new PrefixProxy(console.at("/"));
                BrowserContext context = browser.browser().newContext()) {
            context.setDefaultTimeout(TestBrowser.PATIENCE_MS);
            Page page = context.newPage();
            page.onRequest(request -> {
                if (!request.url().startsWith(proxy.at("/x/").toString())) {
                    elsewhere.add(request.url());
                }
            });
            page.navigate(proxy.at("/x/").toString());
            assertThat(page.locator(".figures")).containsText("43");
            assertThat(page.locator(".stream-state")).containsText("已连接");
            assertThat(page.locator(".services")).containsText("服务运行正常");
            services.tell(
                    "message",
                    "{\"type\":\"casewire.case.published.v1\",\"subject\":\"" + Services.CASE
                            + "\",\"revision\":1,\"title\":\"新案例甲\",\"time\":\"2024-03-20T02:00:00.000Z\"}");
            page.locator(".event a").click();
            assertThat(page.locator(".map .tile")).hasCount(32);
            page.reload();
            assertThat(page.locator(".map .tile")).hasCount(32);
            page.locator("#contracts").click();
            assertThat(page.locator("h1")).hasText("Casewire 对外接口");
        }
        assertThat(elsewhere).isEmpty();
    }
}
