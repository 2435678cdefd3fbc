package io.casewire.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page with somebody signed in, who complains of everything a browser complains of. */
final class SignedInPage implements AutoCloseable {
    private static final String PROOF = "proof-of-this-page";

    /** Set to have pictures of every view put there. */
    private static final @Nullable String PICTURES = System.getenv("CASEWIRE_PICTURES");

    private static final String TAKE = """
            said => import(new URL('session.js', document.querySelector('script[src]').src).href)
                .then(session => { session.take(JSON.parse(said)); })""";

    private final List<String> complaints = new ArrayList<>();
    private final BrowserContext context;
    final Page page;

    /**
     * @param context which is closed with it
     * @param start address of the page it begins with
     */
    SignedInPage(BrowserContext context, String start, String session) {
        this.context = context;
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // a refusal is an answer, and browsers report it as an error
            if (message.type().equals("error") && !message.text().matches(".*status of (4..|503) .*")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        // the gateway keeps the proof to itself, so it is looked for here
        page.onRequest(request -> {
            boolean proven = request.method().equals("GET")
                    || PROOF.equals(request.headers().get("x-csrf-token"));
            if (request.url().contains("/api/") && !proven) {
                complaints.add("no proof with " + request.method() + ' ' + request.url());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("a dialog of the browser: " + dialog.message());
            dialog.dismiss();
        });
        page.route(
                "**/session",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(session)));
        page.navigate(start);
        page.evaluate(TAKE, session);
    }

    /** What the console says of a session with these roles, as JSON. */
    static String session(String roles, String more) {
        return "{\"signedIn\":true,\"subject\":\"李雷\",\"roles\":[" + roles + "],\"csrf\":\"" + PROOF + "\"" + more
                + "}";
    }

    void open(String hash) {
        page.evaluate("hash => { location.hash = hash; }", hash);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A button of the open dialog. */
    Locator dialogButton(String name) {
        return page.locator("dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Presses the tabulator until that has the focus; fails where it never does. */
    void tabTo(Locator wanted) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) wanted.evaluate("it => it === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not lead to " + wanted);
    }

    void isNotWiderThanTheWindow(String place) {
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(place)
                .isTrue();
    }

    void picture(String name) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(PICTURES, name + ".png")));
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
