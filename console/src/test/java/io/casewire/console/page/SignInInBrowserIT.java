package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import io.casewire.console.TestBrowser;
import io.casewire.console.session.SignInLink;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by a link, and out, in a real browser with real tokens. */
@Timeout(300)
class SignInInBrowserIT {
    /** Set to have pictures of every view put there. */
    private static final String PICTURES = System.getenv("CASEWIRE_PICTURES");

    private static final AtomicBoolean REFUSING = new AtomicBoolean();

    @TempDir
    static Path data;

    private static TestBrowser browser;
    private static Services services;
    private static RunningConsole console;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        browser = TestBrowser.open();
        services = new Services();
        services.backend().on("/api/replication/v1/refusing", exchange -> {
            boolean refused = REFUSING.get() && exchange.getRequestHeaders().containsKey("Authorization");
            Backend.answer(exchange, refused ? 401 : 200, "application/json", "{\"taken\":true}");
        });
        // the folder of sessions is there from the first link on
        SignInLink.code(data, "--role=reader");
        console = RunningConsole.before(
                services.backend().address(), "casewire.identity.directory=" + data.resolve("identity"));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
            console.close();
            services.close();
        }
    }

    @BeforeEach
    void start() {
        REFUSING.set(false);
        visit(1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWasRefused() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private void visit(int width, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width < 600 ? 844 : 800)
                        .setColorScheme(scheme));
        context.setDefaultTimeout(TestBrowser.PATIENCE_MS);
        page = newPage();
    }

    private Page newPage() {
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            // refusals are answers, and browsers report them as errors
            if (message.type().equals("error") && !message.text().matches("(?s).*status of (401|403|410).*")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    private static String link(String subject) {
        return console.at("/#/sign-in?code="
                        + SignInLink.code(data, "--role=region", "--region=430000", "--subject=" + subject))
                .toString();
    }

    private void signIn(Page at, String subject) {
        at.navigate(link(subject));
        at.locator(".sign-in .button").first().click();
        assertThat(at.locator(".account-name")).hasText(subject);
    }

    /** As another would see it, so that the page itself learns nothing of it. */
    private static void awaitEnd(BrowserContext signedIn) {
        Cookie cookie = signedIn.cookies().getFirst();
        HttpRequest request = HttpRequest.newBuilder(console.at("/session"))
                .header("Cookie", cookie.name + "=" + cookie.value)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            client.send(request, BodyHandlers.ofString()).body().contains("\"ended\":true"));
        }
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aLinkShowsWhoItSignsInBeforeItDoesAndWorksOnce() {
        String link = link("李明");
        page.navigate(link);
        assertThat(page.locator(".sign-in")).containsText("是否以下列身份登录：李明？");
        assertThat(page.locator(".sign-in")).containsText("地区填报");
        assertThat(page.locator(".sign-in")).containsText("湖南省");
        assertThat(page.locator(".account")).hasCount(0);
        assertThat(page.url()).as("what the browser remembers").doesNotContain("code=");
        picture("sign-in");

        page.keyboard().press("Enter");
        assertThat(page.locator(".account summary")).containsText("李明");
        assertThat(page.locator(".account summary")).containsText("地区填报 · 湖南省");
        assertThat(page.locator(".figures")).containsText("412");
        assertThat(String.valueOf(page.evaluate("document.cookie"))).isEmpty();
        page.reload();
        assertThat(page.locator(".account-name")).hasText("李明");

        page.navigate(link);
        assertThat(page.locator(".problem")).containsText("used already");
        assertThat(page.locator(".sign-in .button-weak")).hasCount(0);
    }

    @Test
    void whoOpensALinkOfAnotherSeesWhomItReplaces() {
        signIn(page, "王芳");
        page.navigate(link("孙七"));
        assertThat(page.locator(".sign-in .notice")).containsText("王芳");
        page.locator(".sign-in .button-weak").click();
        assertThat(page.locator(".account-name")).hasText("王芳");
        assertThat(page.locator(".figures")).isVisible();
    }

    @Test
    void signingOutIsToldAndLeavesTheView() {
        signIn(page, "周八");
        page.locator(".account summary").click();
        picture("account");
        page.keyboard().press("Escape");
        assertThat(page.locator(".account-menu")).not().isVisible();
        page.locator(".account summary").click();
        button("退出登录").click();
        assertThat(page.locator(".session-news")).hasText("已退出登录。关闭");
        assertThat(page.locator(".account-in")).hasText("登录");
        assertThat(page.locator(".figures")).containsText("412");
        page.reload();
        assertThat(page.locator(".account-in")).hasText("登录");
    }

    @Test
    void signingOutEverywhereIsAskedAndEndsTheOtherBrowserWhoseTextStays() {
        signIn(page, "吴九");
        try (BrowserContext elsewhere = browser.browser().newContext()) {
            elsewhere.setDefaultTimeout(TestBrowser.PATIENCE_MS);
            Page other = elsewhere.newPage();
            signIn(other, "吴九");
            other.navigate(console.at("/#/search").toString());
            other.locator("input[type=search]").first().fill("没有提交的话");

            page.locator(".account summary").click();
            button("在所有设备上退出").click();
            assertThat(page.locator("dialog")).containsText("让 吴九 在所有设备上退出？");
            picture("everywhere");
            page.locator("dialog")
                    .getByText("在所有设备上退出", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".session-news")).containsText("已在所有设备上退出登录。");

            awaitEnd(elsewhere);
            other.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(other.locator(".session-ended")).containsText("已填写的内容仍在本页");
            assertThat(other.locator("input[type=search]").first()).hasValue("没有提交的话");
            assertThat(other.locator(".account-in").first()).isVisible();
        }
    }

    @Test
    void readingGoesOnWhereTheSessionEndedAndAChangeSaysSo() {
        signIn(page, "郑十");
        SignInLink.revoke(data, "郑十");
        REFUSING.set(true);
        awaitEnd(context);
        Object read = page.evaluate("""
                async () => (await (await import(document.querySelector('script').src.replace('app.js', 'api.js')))
                  .get('/api/replication/v1/refusing')).taken""");
        assertThat(read).isEqualTo(true);
        assertThat(page.locator(".session-ended")).isVisible();
        picture("ended");
    }

    @Test
    void aProofThatWasReplacedIsFetchedOnceMore() {
        signIn(page, "冯一");
        Object taken = page.evaluate("""
                async () => {
                  const folder = document.querySelector('script').src.replace('app.js', '');
                  const session = await import(folder + 'session.js');
                  const api = await import(folder + 'api.js');
                  session.take({ ...session.session(), csrf: 'stale' });
                  return (await api.send('POST', '/api/replication/v1/refusing', { a: 1 })).body.taken;
                }""");
        assertThat(taken).isEqualTo(true);
    }

    @Test
    void theEndIsToldFiveMinutesBefore() {
        page.route(
                "**/session",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"signedIn\":true,\"subject\":\"陈二\",\"roles\":[\"auditor\"],\"expiresAt\":\""
                                + Instant.now().plusSeconds(200) + "\",\"csrf\":\"x\"}")));
        page.navigate(console.at("/").toString());
        assertThat(page.locator(".session-soon")).containsText("登录将于");
        page.locator("#language").click();
        assertThat(page.locator(".account summary")).containsText("Auditor");
    }

    @Test
    void aPhoneHasRoomForWhoIsSignedIn() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            visit(360, scheme);
            page.navigate(link("欧阳修文"));
            assertThat(page.locator(".sign-in")).containsText("欧阳修文");
            picture("phone-sign-in-" + scheme);
            page.locator(".sign-in .button").first().click();
            assertThat(page.locator(".account-name")).hasText("欧阳修文");
            page.locator(".account summary").click();
            picture("phone-account-" + scheme);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        }
    }

    private void picture(String name) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, "session-" + name + ".png")));
        }
    }
}
