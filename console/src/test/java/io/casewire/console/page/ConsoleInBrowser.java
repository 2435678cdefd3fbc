package io.casewire.console.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import io.casewire.console.TestBrowser;

/** A real browser, a console and, behind it, services with invented data. */
final class ConsoleInBrowser implements AutoCloseable {
    private static final int PHONE = 600;

    private final TestBrowser browser = TestBrowser.open();
    private final Services services = new Services();
    private final RunningConsole console =
            RunningConsole.before(services.backend().address());

    /** The test is skipped, with a sentence, where there is no browser. */
    static ConsoleInBrowser open() {
        return new ConsoleInBrowser();
    }

    private ConsoleInBrowser() {}

    /** What else a test has answered is added there. */
    Backend backend() {
        return services.backend();
    }

    Services services() {
        return services;
    }

    /** The address of a path of the console. */
    String at(String path) {
        return console.at(path).toString();
    }

    /**
     * A browser without cookies or anything kept, to be closed by the test.
     *
     * @param width of its window, in pixels
     */
    BrowserContext context(int width, ColorScheme scheme) {
        BrowserContext context = browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width < PHONE ? 844 : 800)
                        .setColorScheme(scheme));
        context.setDefaultTimeout(TestBrowser.PATIENCE_MS);
        return context;
    }

    /**
     * The page with somebody signed in.
     *
     * @param width of the window, in pixels
     * @param session as {@link SignedInPage#session} makes it
     */
    SignedInPage visit(int width, ColorScheme scheme, String session) {
        return new SignedInPage(context(width, scheme), at("/#/none"), session);
    }

    @Override
    public void close() {
        browser.close();
        console.close();
        services.close();
    }
}
