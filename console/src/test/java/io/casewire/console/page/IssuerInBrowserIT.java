package io.casewire.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.casewire.console.RunningConsole;
import io.casewire.console.TestBrowser;
import io.casewire.console.issuer.RunningIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at an operator's issuer, with its own form, in a real browser; its tokens end almost at once. */
@Timeout(300)
class IssuerInBrowserIT {
    private static final String PICTURES = System.getenv("CASEWIRE_PICTURES");
    /** Shorter than the page lets a token come to its end. */
    private static final Duration LIFE = Duration.ofSeconds(30);

    @TempDir
    static Path data;

    private static TestBrowser browser;
    private static Services services;
    private static RunningConsole console;
    private static RunningIssuer issuer;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = TestBrowser.open();
        services = new Services();
        URI address = RunningIssuer.freeAddress();
        console = RunningConsole.before(
                services.backend().address(),
                "casewire.identity.issuer-uri=" + address,
                "casewire.sign-in.client-id=" + RunningIssuer.CLIENT,
                "casewire.sign-in.client-secret-file="
                        + Files.writeString(data.resolve("secret"), RunningIssuer.SECRET));
        issuer = RunningIssuer.at(address, LIFE, console.at("/"));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
            issuer.close();
            console.close();
            services.close();
        }
    }

    @BeforeEach
    void visit() {
        context = browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(TestBrowser.PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && message.location().startsWith(console.at("/").toString())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void nothingWasRefused() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private void signIn(String name, String place) {
        page.navigate(console.at("/" + place).toString());
        page.locator(".account-in").click();
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(RunningIssuer.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    private void picture(String name) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, "issuer-" + name + ".png")));
        }
    }

    @Test
    void whoSignsInAtTheIssuerComesBackToTheSamePlace() {
        signIn("李明", "#/search?q=%E9%80%9A%E5%85%B3");
        assertThat(page.locator(".account-name")).hasText("李明");
        assertThat(page.locator(".account summary")).containsText("地区填报 · 湖南省");
        assertThat(page.url())
                .isEqualTo(console.at("/#/search?q=%E9%80%9A%E5%85%B3").toString());
        assertThat(String.valueOf(page.evaluate("document.cookie"))).isEmpty();
        page.locator(".account summary").click();
        assertThat(page.locator(".account-menu")).containsText("会话自动延续");
        assertThat(page.locator(".account-menu .button")).hasText(new String[] {"退出登录"});
        picture("account");
    }

    @Test
    void sessionGoesOnWithoutTheFormAlsoAfterItsTokenEnded() {
        signIn("王芳", "#/");
        assertThat(page.locator(".account-name")).hasText("王芳");
        // the cookie of the token is gone, as after a night with the lid closed
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("casewire-" + console.port()));
        page.reload();
        assertThat(page.locator(".account-name")).hasText("王芳");
        Object proofs = page.evaluate("""
                async () => {
                  const { refresh } = await import(document.querySelector('script').src.replace('app.js', 'session.js'));
                  const [one, two] = await Promise.all([refresh(), refresh()]);
                  return [one.csrf === two.csrf, (await refresh()).signedIn];
                }""");
        assertThat(proofs).as("pages that renew together").isEqualTo(List.of(true, true));
        assertThat(page.locator(".session-news")).hasCount(0);
    }

    @Test
    void signingOutHereIsSigningOutThere() {
        signIn("李明", "#/");
        page.locator(".account summary").click();
        page.getByText("退出登录").click();
        assertThat(page.locator(".account-in")).hasText("登录");
        assertThat(page.url()).startsWith(console.at("/").toString());
        page.locator(".account-in").click();
        assertThat(page.locator("input[name=password]")).isVisible();
    }

    @Test
    void accountWithoutRightsHereIsToldSo() {
        signIn(RunningIssuer.STRANGER, "#/");
        assertThat(page.locator(".sign-in .notice")).containsText("您的账号没有本系统的权限");
        assertThat(page.locator(".account-in")).isVisible();
        picture("refused");
    }
}
